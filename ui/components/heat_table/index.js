// A table whose cells are coloured by their numbers.

import { make } from "../shared/dom.js";
import { clamp, written } from "../shared/numbers.js";

/** @param {import("../shared/mount.js").Component} component */
export default function show({ parentElement, data }) {
  const { columns, rows, decimals, low, high, caption } = data;
  /** @type {HTMLElement} */
  const frame = parentElement.querySelector(".frame");
  frame.querySelector("caption").textContent = caption;
  const headings = columns.map((title) => make("th", { scope: "col" }, title));
  frame.querySelector("thead tr").replaceChildren(make("td", { className: "corner" }), ...headings);
  const cell = (number) => {
    const made = make("td", {}, written(number, decimals));
    made.style.setProperty("--share", String(clamp((number - low) / (high - low), 0, 1)));
    return made;
  };
  const row = ([title, numbers]) => make("tr", {}, make("th", { scope: "row" }, title), ...numbers.map(cell));
  frame.querySelector("tbody").replaceChildren(...rows.map(row));
  frame.dataset.ready = "true";
}
