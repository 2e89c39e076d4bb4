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
