// How far every class spreads, among the codes and in the map.

import { CLASS_COLOURS } from "../shared/colours.js";
import { make } from "../shared/dom.js";

const NONE = 1e-9; // stands for no spread at all where spreads are divided
export const NO_MAP = "Press Run: then your map is measured here.";

/**
 * Show the spread of every class as two bars, and say which class the map misrepresents most.
 *
 * @param {HTMLTableSectionElement} table
 * @param {HTMLElement} sentence
 * @param {string[]} names of the classes
 * @param {number[]} codes spreads among the codes
 * @param {number[]} [map] spreads in the map, once there is one
 */
export function showSpreads(table, sentence, names, codes, map) {
  const widest = Math.max(...codes, ...(map ?? []), 1);
  const cell = (tag, textContent) => make(tag, { textContent });
  const rows = names.map((name, label) => {
    const numbers = [cell("td", codes[label].toFixed(2)), cell("td", map ? map[label].toFixed(2) : "–")];
    return make(
      "tr",
      {},
      cell("th", name),
      bars(label, codes[label] / widest, (map?.[label] ?? 0) / widest),
      ...numbers,
    );
  });
  table.replaceChildren(...rows);
  sentence.textContent = map ? worstWords(names, codes, map) : NO_MAP;
}

function worstWords(names, codes, map) {
  const wrongs = codes.map((spread, label) => Math.abs(Math.log((map[label] || NONE) / (spread || NONE))));
  const worst = wrongs.indexOf(Math.max(...wrongs));
  return (
    `Furthest off: “${names[worst]}” is ${times(codes[worst])} as spread as the average class among the codes, ` +
    `and ${times(map[worst])} in this map.`
  );
}

function times(value) {
  return `${value.toFixed(2)} times`;
}

function bars(label, codes, map) {
  const inCodes = make("i", { className: "codes" });
  const inMap = make("i", { className: "map" });
  inCodes.style.width = `${100 * codes}%`;
  Object.assign(inMap.style, { width: `${100 * map}%`, background: CLASS_COLOURS[label] });
  return make("td", { className: "bars" }, inCodes, inMap);
}
