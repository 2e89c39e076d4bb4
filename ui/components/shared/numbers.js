// Numbers: brought into a range, rounded, written.

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export function clamp(value, low, high) {
  return Math.min(high, Math.max(low, value));
}

/**
 * Round as Python does: a half goes to the even neighbour.
 *
 * @param {number} value
 */
export function roundEven(value) {
  const low = Math.floor(value);
  const rest = value - low;
  return rest === 0.5 ? low + (low % 2 === 0 ? 0 : 1) : Math.round(value);
}

/**
 * Write a number for readers, with a minus sign instead of a hyphen, and none before zero.
 *
 * @param {number} value
 * @param {number} [digits] behind the point
 */
export function written(value, digits = 2) {
  return value
    .toFixed(digits)
    .replace(/^-(?=[0.]+$)/, "")
    .replace("-", "−");
}
