// Rows and headings; a second click on a heading turns the order round.

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
    this.data = null;
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    const text = JSON.stringify(data);
    if (text === this.text) return;
    Object.assign(this, { text, data });
    this.head.replaceChildren(...data.columns.map((column, place) => this.heading(column, place)));
    this.fill(data.rows);
    this.root.dataset.ready = "true";
  }

  heading({ title, help }, place) {
    const button = make("button", { type: "button", title: help, onclick: () => this.sort(place) }, title);
    return make("th", { scope: "col", className: this.isNumber(place) ? "number" : "" }, button);
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
  }

  fill(rows) {
    this.body.replaceChildren(
      ...rows.map((row) => make("tr", {}, ...row.map((cell, place) => this.cell(cell, place)))),
    );
  }

  cell(cell, place) {
    const { decimals } = this.data.columns[place];
    const text = typeof cell === "number" && decimals !== null ? cell.toFixed(decimals) : String(cell ?? "");
    const className = this.isNumber(place) ? "number" : text.length > LONG ? "long" : "";
    return place ? make("td", { className }, text) : make("th", { scope: "row", className }, text);
  }
}
