// Lines drawn by single taps: each tap leads the line straight to its place, a tap on its end lifts the pen.

import { STROKE_UNITS } from "./pen.js";

/** @typedef {import("./pen.js").Stroke} Stroke */

const SAME = 0.08 * STROKE_UNITS; // a tap as near to the end of a line is meant for it

export const NO_LINE = -1;

/**
 * Give what is on the paper after a tap.
 *
 * @param {Stroke[]} strokes before it
 * @param {number} open which stroke is under way; `NO_LINE` for none
 * @param {number[]} point that was tapped
 * @returns {{ strokes: Stroke[], open: number }} the same strokes where the pen was lifted
 */
export function afterTap(strokes, open, point) {
  const line = strokes[open];
  if (!line || open !== strokes.length - 1) return { strokes: [...strokes, [...point]], open: strokes.length };
  const [x, y] = line.slice(-2);
  if (Math.hypot(x - point[0], y - point[1]) <= SAME) return { strokes, open: NO_LINE };
  const corner = line.length > 2 ? [x, y] : []; // twice, for curves are drawn through the middles between points
  return { strokes: [...strokes.slice(0, -1), [...line, ...corner, ...point]], open };
}
