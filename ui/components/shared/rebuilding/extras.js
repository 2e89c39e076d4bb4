// What a model decodes besides the drawing itself.

import { courseOf } from "../course.js";
import { PIXELS } from "../picture.js";

/**
 * @typedef {object} Extra
 * @property {"way" | "stairs"} kind the way to another picture's code; or the code's numbers taken in one by one
 * @property {Float32Array} [second] the other picture
 * @property {boolean} [spherical]
 * @property {number} [count] of frames on the way
 *
 * @typedef {{ encoder: import("../network/network.js").Network, decoder: import("../network/network.js").Network,
 *   code: number }} Model
 */

const CODES = {
  /** @type {(code: Float32Array, extra: Extra, model: Model) => number[][]} */
  way: (code, { second, spherical, count }, model) =>
    courseOf([[...code], [...model.encoder.run(second).slice(0, model.code)]], count, spherical),
  /** @type {(code: Float32Array) => number[][]} */
  stairs: (code) => Array.from({ length: code.length + 1 }, (_, count) => [...code].fill(0, count)),
};

/**
 * Decode frames.
 *
 * @param {Float32Array} code of the drawing
 * @param {Extra} extra
 * @param {Model} model
 * @returns {Float32Array} one picture after the other
 */
export function framesOf(code, extra, model) {
  const codes = CODES[extra.kind](code, extra, model);
  const frames = new Float32Array(codes.length * PIXELS);
  codes.forEach((each, index) => {
    frames.set(model.decoder.run(new Float32Array(each)), index * PIXELS);
  });
  return frames;
}
