// How long a drawing can be.

/** @typedef {number[][]} Strokes */

const MOST_POINTS = 100_000; // as in Python: a quarter of an hour of scribbling
const FULL = "There is no room for more: what is drawn stays as it is. Undo a stroke, or clear all, to go on.";

/** @param {Strokes} strokes */
export function countPoints(strokes) {
  return strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0);
}

/**
 * Say whether a drawing may have no more points; a student who goes on nevertheless is told so.
 *
 * @param {{ strokes?: Strokes, most?: number, status?: Element }} paper without strokes, it never is full
 * @returns {boolean}
 */
export function isFull({ strokes = [], most = MOST_POINTS, status }) {
  const full = countPoints(strokes) >= most;
  if (!status) return full;
  if (full) status.textContent = FULL;
  status.classList.toggle("unseen", !full);
  return full;
}
