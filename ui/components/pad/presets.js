// The row of digits that draw themselves.

import { make } from "../shared/dom.js";

/**
 * @param {Element} row
 * @param {string[]} names
 * @param {(name: string) => void} choose
 */
export function offerPresets(row, names, choose) {
  for (const name of names) {
    const button = make("button", { type: "button", textContent: name, onclick: () => choose(name) });
    button.setAttribute("aria-label", `Draw a ${name} for me`);
    row.append(button);
  }
}
