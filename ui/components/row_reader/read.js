// What is known of a picture after every row, from what a model computed in the page.

import { inkBytes, PIXELS, SIDE } from "../shared/picture.js";

/**
 * @typedef {object} Read
 * @property {Uint8Array} input 28 x 28 bytes of ink
 * @property {Float32Array} codes of all rows, one after the other
 * @property {Uint8Array} pictures what each decodes to
 * @property {Float32Array} errors mean squared error a pixel of each
 */

/**
 * Part what a model computed into codes and pictures, and measure these.
 *
 * @param {Float32Array} ink 28 x 28
 * @param {Float32Array} rows codes, then pictures
 * @param {number} size numbers in a code
 * @returns {Read}
 */
export function readOf(ink, rows, size) {
  const pictures = rows.subarray(SIDE * size);
  const errors = new Float32Array(SIDE);
  for (let row = 0; row < SIDE; row += 1) {
    for (let at = 0; at < PIXELS; at += 1) errors[row] += (pictures[row * PIXELS + at] - ink[at]) ** 2 / PIXELS;
  }
  return { input: inkBytes(ink), codes: rows.slice(0, SIDE * size), pictures: inkBytes(pictures), errors };
}
