// A table of verdicts; a cell that is chosen says how it divides its trust among the classes.

import { make } from "../shared/dom.js";
import { majority, ranked } from "./counted.js";

const NAMED = 3;

export class Verdicts {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".verdicts");
    this.details = this.root.querySelector(".details");
    this.data = null;
    this.place = ""; // of the chosen cell
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    this.data = data;
    const headings = ["Labelled digits", ...data.columns].map((title) => make("th", { scope: "col" }, title));
    this.root.querySelector("thead tr").replaceChildren(...headings);
    const usual = majority(data.rows.flatMap(({ shares }) => shares));
    this.root.querySelector("tbody").replaceChildren(...data.rows.flatMap((row, at) => this.rows(row, at, usual)));
    this.explain();
    this.root.dataset.ready = "true";
  }

  /** A row, below its group's heading where it is the first of it. */
  rows(row, at, usual) {
    const { columns, rows } = this.data;
    if (row.group === (rows[at - 1]?.group ?? "")) return [this.row(row, at, usual)];
    const heading = make("th", { scope: "rowgroup", colSpan: columns.length + 1 }, row.group);
    return [make("tr", { className: "group" }, heading), this.row(row, at, usual)];
  }

  row({ title, shares, copies }, at, usual) {
    const cells = shares.map((one, column) => make("td", {}, this.cell(one, `${at}.${column}`, usual, copies)));
    return make("tr", {}, make("th", { scope: "row" }, title), ...cells);
  }

  cell(shares, place, usual, copies) {
    const [[digit, share]] = ranked(shares);
    const button = make("button", { type: "button", className: digit === usual ? "" : "other" }, String(digit));
    if (!copies) button.append(" ", make("small", {}, `${Math.round(100 * share)} %`));
    button.style.setProperty("--share", String(share));
    button.dataset.place = place;
    button.onclick =
      button.onmouseenter =
      button.onfocus =
        () => {
          this.place = place;
          this.explain();
        };
    return button;
  }

  /** Say what the chosen cell thinks. */
  explain() {
    for (const button of this.root.querySelectorAll("button")) {
      button.classList.toggle("chosen", button.dataset.place === this.place);
    }
    const [row, column] = this.place.split(".").map(Number);
    const chosen = this.place && this.data.rows[row];
    this.details.textContent = chosen
      ? `${chosen.title}, ${this.data.columns[column]} labels: ${inWords(chosen, column)}.`
      : "Each cell: the digit that it names, and how sure it is. Orange: differs from what most say; either may be right. Point or tap: its second choice.";
  }
}

function inWords({ shares, copies }, column) {
  const [first, ...rest] = ranked(shares[column]).slice(0, NAMED);
  if (copies) return `${first[0]}; it copies the label of the most similar picture, without a probability`;
  return [first, ...rest].map(([digit, share]) => `${digit} with ${Math.round(100 * share)} %`).join(", ");
}
