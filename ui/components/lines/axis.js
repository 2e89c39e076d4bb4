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

const LETTER = 6.6; // CSS pixels that a letter of a title takes on average

/**
 * Divide the title of an axis into rows that fit.
 *
 * @param {string} title
 * @param {number} room in CSS pixels
 * @returns {string[]} at least one
 */
export function rowsOf(title, room) {
  const rows = [""];
  for (const word of title.split(" ")) {
    const longer = `${rows.at(-1)} ${word}`.trim();
    if (rows.at(-1) && longer.length * LETTER > room) rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  return rows;
}
