// A walk: a model's output goes back in as its next input, again and again.

import { inkBytes, PIXELS } from "../shared/picture.js";
import { rebuilt } from "../shared/rebuilding/rebuilt.js";

export const STEPS = 8;

/**
 * What became of a noisy picture.
 *
 * @typedef {object} Walk
 * @property {Uint8Array} pictures the noisy picture's ink as bytes, then that of what every step made
 * @property {number[]} errors of each, mean squared error a pixel
 * @property {number} best the step of least error; 0 where the noisy picture was nearest
 */

/**
 * Send a picture through a model, and every output again.
 *
 * @param {import("../shared/rebuilding/extras.js").Model} model
 * @param {Float32Array} noisy 28 x 28; its noise may leave 0 to 1
 * @param {Float32Array} clean 28 x 28, what is hoped for
 * @param {number} [steps]
 * @returns {Walk}
 */
export function walk(model, noisy, clean, steps = STEPS) {
  const inks = [noisy];
  for (let step = 0; step < steps; step += 1) inks.push(rebuilt(model, { ink: inks[step] }).picture);
  const pictures = new Uint8Array(inks.length * PIXELS);
  inks.forEach((ink, step) => {
    pictures.set(inkBytes(ink), step * PIXELS);
  });
  const errors = inks.map((ink) => ink.reduce((sum, value, at) => sum + (value - clean[at]) ** 2, 0) / PIXELS);
  return { pictures, errors, best: errors.indexOf(Math.min(...errors)) };
}
