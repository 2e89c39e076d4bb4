// The row of digits that draw themselves.

import { make } from "../shared/dom.js";
import { countPoints, firstPoints } from "./strokes.js";

const STEP = 16; // milliseconds between two points of a digit that draws itself

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

/**
 * Show a preset point by point.
 * @param {import("../shared/pen.js").Stroke[]} goal
 * @param {(part: import("../shared/pen.js").Stroke[]) => void} show each part as it grows
 * @param {() => void} finish at the end
 * @returns {number} what `clearInterval` stops
 */
export function playPreset(goal, show, finish) {
  const total = countPoints(goal);
  let points = 0;
  return setInterval(() => {
    points += 1;
    if (points >= total) finish();
    else show(firstPoints(goal, points));
  }, STEP);
}
