// The rules by which amounts corrupt a picture: those of `aemodels.corruption` and `aemodels.corruption.stack`, to the
// last bit but one. Pictures and fields are 784 numbers, row by row.

import { clamp } from "./numbers.js";
import { SIDE } from "./picture.js";

/**
 * @callback Rule
 * @param {Float32Array} x picture
 * @param {number} amount
 * @param {Float32Array} [field] random numbers, or how much of each pixel a scribble covers
 * @returns {Float32Array}
 */

/**
 * What each kind does with a picture.
 *
 * @type {Record<string, Rule>}
 */
export const RULES = {
  gaussian: (x, amount, field) => x.map((value, at) => clamp(value + amount * field[at], 0, 1)),
  gaussian_half: (x, amount, field) => x.map((value, at) => value + 0.5 + amount * field[at]),
  salt_and_pepper: (x, amount, field) =>
    x.map((value, at) => keep(value, field[at], amount) + (field[at] < Math.fround(amount / 2) ? 1 : 0)),
  masking: (x, amount, field) => x.map((value, at) => keep(value, field[at], amount)),
  dropout: (x, amount, field) => x.map((value, at) => keep(value, field[at], amount) / (1 - amount)),
  occlusion: (x, amount, field) => x.map((value, at) => keep(value, field[at], amount)),
  scribble: (x, amount, field) => x.map((value, at) => value + (1 - value) * amount * field[at]),
  contrast: (x, amount) => x.map((value) => 0.5 + (1 - amount) * (value - 0.5)),
  blur: (x, amount) => (amount ? blurred(x, amount) : x),
};

/**
 * One of several corruptions on top of each other.
 *
 * @typedef {{ kind: string, amount: number }} Layer
 */

/**
 * Corrupt a picture.
 *
 * @param {Float32Array} clean
 * @param {Layer[]} layers the first one meets the clean picture
 * @param {(Float32Array | null)[]} fields one for each layer
 * @returns {Float32Array}
 */
export function corrupted(clean, layers, fields) {
  return layers.reduce((picture, { kind, amount }, index) => RULES[kind](picture, amount, fields[index]), clean);
}

/** Chances and amounts are compared as float32, as Python does. */
function keep(value, chance, amount) {
  return chance >= Math.fround(amount) ? value : 0;
}

/** A Gaussian blur, rows first, then columns; beyond the edge there is paper, 0. */
function blurred(x, amount) {
  const weights = Array.from({ length: SIDE }, (_, distance) => Math.exp(-(distance ** 2) / (2 * amount ** 2)));
  const total = 2 * weights.reduce((sum, weight) => sum + weight) - weights[0];
  return alongOneAxis(alongOneAxis(x, weights, total, 1), weights, total, SIDE);
}

function alongOneAxis(x, weights, total, step) {
  return x.map((_, at) => {
    const place = Math.floor(at / step) % SIDE;
    const start = at - place * step;
    let sum = 0;
    for (let other = 0; other < SIDE; other += 1) sum += weights[Math.abs(place - other)] * x[start + other * step];
    return sum / total;
  });
}
