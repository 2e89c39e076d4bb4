// What a list offers: its choices, and a value from a link that is none of them.

/** @typedef {import("./choices.js").Choice} Choice */

const OWN = /** @type {Choice[]} */ ([
  ["own", "your drawings"],
  ["mixture", "digits and your drawings"],
]);

/**
 * @param {Choice[]} choices
 * @param {any} value that is on
 * @returns {Choice[]}
 */
export function optionsOf(choices, value) {
  if (choices.some(([other]) => other === value)) return choices;
  const whole = [...choices, /** @type {Choice} */ ([value, String(value)])];
  return typeof value === "number" ? whole.sort(([one], [other]) => one - other) : whole;
}

/**
 * @param {import("../training/material.js").Sheet[]} sheets that the server has
 * @returns {Choice[]}
 */
export function sheetChoices(sheets) {
  const words = ({ title, count }) => `${title} (${count.toLocaleString("en")})`;
  return [...sheets.map((sheet) => /** @type {Choice} */ ([sheet.id, words(sheet)])), ...OWN];
}
