// What a model computes besides the reconstruction of a drawing.

import { courseOf } from "../course.js";
import { PIXELS } from "../picture.js";

/**
 * @typedef {object} Extra
 * @property {keyof typeof KINDS} kind the way to another picture's code; the code's numbers taken in one by one; the code
 *   without units; what layers make of the drawing; or the codes after every row
 * @property {Float32Array} [second] the other picture of a way
 * @property {boolean} [spherical] along great circles
 * @property {number} [count] of frames on the way
 * @property {number[]} [off] units that are off together
 * @property {number[]} [each] units of which each is off by itself
 * @property {number[]} [instead] what units put out that are off
 * @property {{ half: "encoder" | "decoder", step: number }[]} [places] of layers, in the chains of both halves
 *
 * @typedef {{ encoder: import("../network/network.js").Network, decoder: import("../network/network.js").Network,
 *   code: number }} Model
 *
 * @typedef {{ ink: Float32Array, code: Float32Array }} Made
 */

const KINDS = {
  /** @type {(made: Made, extra: Extra, model: Model) => Float32Array} frames from the drawing to the other picture */
  way: ({ code }, { second, spherical, count }, model) =>
    decoded(courseOf([[...code], [...model.encoder.run(second).slice(0, model.code)]], count, spherical), model),
  /** @type {(made: Made, extra: Extra, model: Model) => Float32Array} frames from none of the code to all of it */
  stairs: ({ code }, _extra, model) =>
    decoded(
      Array.from({ length: code.length + 1 }, (_, count) => [...code].fill(0, count)),
      model,
    ),
  /** @type {(made: Made, extra: Extra, model: Model) => Float32Array} a frame without units, then one without each */
  units: ({ code }, { off, each, instead }, model) =>
    decoded(
      [off, ...each.map((unit) => [unit])].map((units) =>
        [...code].map((value, unit) => (units.includes(unit) ? instead[unit] : value)),
      ),
      model,
    ),
  /** @type {(made: Made, extra: Extra, model: Model) => Float32Array} maps of one layer after the other */
  maps: ({ ink, code }, { places }, model) => {
    const results = { encoder: model.encoder.results(ink), decoder: model.decoder.results(code) };
    const maps = places.map(({ half, step }) => results[half][step]);
    const all = new Float32Array(maps.reduce((sum, { length }) => sum + length, 0));
    let start = 0;
    for (const map of maps) {
      all.set(map, start);
      start += map.length;
    }
    return all;
  },
  /** @type {(made: Made, extra: Extra, model: Model) => Float32Array} a code after every row, then a frame of each */
  rows: ({ ink }, _extra, model) => {
    const codes = model.encoder.results(ink).at(-2).slice(); // the last step only cuts the last code off
    const frames = decoded(
      Array.from({ length: codes.length / model.code }, (_, row) => [
        ...codes.subarray(row * model.code, (row + 1) * model.code),
      ]),
      model,
    );
    const all = new Float32Array(codes.length + frames.length);
    all.set(codes);
    all.set(frames, codes.length);
    return all;
  },
};

/** Decode codes, one picture after the other. */
function decoded(/** @type {number[][]} */ codes, /** @type {Model} */ model) {
  const frames = new Float32Array(codes.length * PIXELS);
  codes.forEach((code, index) => {
    frames.set(model.decoder.run(new Float32Array(code)), index * PIXELS);
  });
  return frames;
}

/**
 * Compute all that is asked for.
 *
 * @param {Made} made of the drawing
 * @param {Record<string, Extra>} extras by kind
 * @param {Model} model
 * @returns {Record<string, Float32Array>} by kind
 */
export function extrasOf(made, extras, model) {
  return Object.fromEntries(Object.entries(extras).map(([kind, extra]) => [kind, KINDS[kind](made, extra, model)]));
}
