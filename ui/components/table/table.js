// Rows and headings; a second click on a heading turns the order round, a click on a row may choose it.

import { make } from "../shared/dom.js";
import { sorted } from "./order.js";

const LONG = 40; // letters of a cell that may be broken into lines

export class Table {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".frame");
    this.head = this.root.querySelector("thead tr");
    this.body = this.root.querySelector("tbody");
    this.text = "";
    this.data = this.setTriggerValue = null;
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setTriggerValue }) {
    this.setTriggerValue = setTriggerValue;
    const text = JSON.stringify([data.columns, data.rows]);
    const other = text !== this.text;
    Object.assign(this, { text, data });
    if (other) {
      this.head.replaceChildren(...data.columns.map((column, place) => this.heading(column, place)));
      this.fill(data.rows);
    }
    this.root.setAttribute("aria-label", `Table: ${data.columns.map(({ title }) => title).join(", ")}`);
    this.mark();
    this.root.dataset.ready = "true";
  }

  heading({ title, help }, place) {
    const button = make("button", { type: "button", title: help, onclick: () => this.sort(place) }, title);
    return make("th", { scope: "col", className: this.classes(place, "") }, button);
  }

  /** The classes of a cell: what is in it, and from which width of the table on it is shown. */
  classes(place, text) {
    const { least } = this.data.columns[place];
    const kind = this.isNumber(place) ? "number" : text.length > LONG ? "long" : "";
    return least ? `${kind} from-${least}`.trim() : kind;
  }

  isNumber(place) {
    return this.data.rows.some((row) => typeof row[place] === "number");
  }

  sort(place) {
    const chosen = this.head.children[place];
    const direction = chosen.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
    for (const heading of this.head.children) heading.removeAttribute("aria-sort");
    chosen.setAttribute("aria-sort", direction);
    this.fill(sorted(this.data.rows, place, direction));
    this.mark();
  }

  fill(rows) {
    this.body.replaceChildren(...rows.map((row) => this.row(row)));
  }

  row(cells) {
    const place = this.data.rows.indexOf(cells);
    const row = make("tr", {}, ...cells.map((cell, column) => this.cell(cell, column)));
    row.dataset.row = String(place);
    if (this.data.choosable) row.onclick = () => this.setTriggerValue("chosen", place);
    return row;
  }

  cell(cell, column) {
    const { columns, choosable } = this.data;
    const { decimals } = columns[column];
    const text = typeof cell === "number" && decimals !== null ? cell.toFixed(decimals) : String(cell ?? "");
    const className = this.classes(column, text);
    if (column) return make("td", { className }, text);
    return make("th", { scope: "row", className }, choosable ? make("button", { type: "button" }, text) : text);
  }

  /** Mark the chosen row. */
  mark() {
    const { choosable, chosen } = this.data;
    this.root.classList.toggle("choosable", choosable);
    for (const row of /** @type {Iterable<HTMLElement>} */ (this.body.children)) {
      row.classList.toggle("chosen", row.dataset.row === String(chosen));
      row.querySelector("button")?.setAttribute("aria-pressed", String(row.dataset.row === String(chosen)));
    }
  }
}
