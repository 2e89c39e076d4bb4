// The square around points.

/**
 * Find the square that holds all places.
 *
 * @param {ArrayLike<number>} places x0, y0, x1, …
 * @returns {{ x: number, y: number, side: number }} its middle and its side
 */
export function squareAround(places) {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    left = Math.min(left, places[at]);
    right = Math.max(right, places[at]);
    bottom = Math.min(bottom, places[at + 1]);
    top = Math.max(top, places[at + 1]);
  }
  return { x: (left + right) / 2, y: (bottom + top) / 2, side: Math.max(right - left, top - bottom) };
}
