// The axes of a box with lines.

/** @typedef {{ title: string, low: number, high: number, ticks: number[], logarithmic: boolean }} Axis */

/**
 * Make the scale of an axis.
 *
 * @param {Axis} axis
 * @returns {(number: number) => number} the share of the axis at which a number stands, 0 to 1 within it
 */
export function scale({ low, high, logarithmic }) {
  const at = logarithmic ? Math.log : (/** @type {number} */ number) => number;
  return (number) => (at(number) - at(low)) / (at(high) - at(low));
}

/**
 * Find the point of all lines that is nearest to a place.
 *
 * @template {{ x: number, y: number }} Point
 * @param {Point[]} points
 * @param {number} x
 * @param {number} y
 * @param {number} reach how far away it may lie
 * @returns {Point | undefined}
 */
export function nearest(points, x, y, reach) {
  let [best, least] = [undefined, reach];
  for (const point of points) {
    const far = Math.hypot(point.x - x, point.y - y);
    if (far <= least) [best, least] = [point, far];
  }
  return best;
}
