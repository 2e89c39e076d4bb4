// Rows of digits found by where their points are.

import { rowAhead } from "../shared/towards.js";

/** @typedef {import("./chart.js").Chart} Chart */

/**
 * Find the visible point nearest to a place on a map.
 *
 * @param {Chart} chart
 * @param {number[]} place
 * @param {Uint8Array} strengths 0 for hidden points
 * @param {number} reach no further than this
 * @returns {number} its row, or -1
 */
export function nearestRow(chart, [left, top], strengths, reach) {
  const pixels = chart.pixels();
  let [row, least] = [-1, reach * reach];
  for (let index = 0; index < strengths.length; index += 1) {
    if (!strengths[index]) continue;
    const [right, down] = [pixels[2 * index] - left, pixels[2 * index + 1] - top];
    const away = right * right + down * down;
    if (away < least) [row, least] = [index, away];
  }
  return row;
}

/**
 * Find the visible point that a step in a direction leads to.
 *
 * @param {Chart} chart
 * @param {number} row where the step begins; -1 for the middle
 * @param {number[]} way right and down
 * @param {Uint8Array} strengths 0 for hidden points
 * @returns {number} its row; where there is none, the one it began at
 */
export function rowTowards(chart, row, way, strengths) {
  const pixels = chart.pixels();
  const from = row < 0 ? chart.middle : [pixels[2 * row], pixels[2 * row + 1]];
  return rowAhead(pixels, from, row, way, (index) => strengths[index]);
}

/**
 * Read which rows are chosen.
 *
 * @param {Uint8Array} bytes a bit a row, the highest first
 * @returns {number[]}
 */
export function rowsOfBits(bytes) {
  const rows = [...Array(8 * bytes.length).keys()];
  return rows.filter((row) => bytes[row >> 3] & (128 >> (row & 7)));
}
