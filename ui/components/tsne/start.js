// Where the points begin: on their two principal components, or anywhere by chance; very near each other either way.

import { Dice } from "../shared/dice.js";

const START_SPREAD = 1e-4;
const JITTER = 0.01; // of that, so that equal codes do not stay together for ever
const ROUNDS = 300;
const NOISE_SEED = 10_007; // added, so that noise and start are not the same numbers

/**
 * Give the start of the points, the same for the same seed.
 *
 * @param {Float32Array} codes row by row
 * @param {number} count
 * @param {number} columns numbers a code
 * @param {{ start: string, seed: number }} settings
 * @returns {Float64Array} x0, y0, x1, …
 */
export function startPlaces(codes, count, columns, { start, seed }) {
  const dice = new Dice(seed);
  if (start === "random") return new Float64Array(2 * count).map(() => START_SPREAD * dice.normal());
  const places = onAxes(codes, count, columns);
  let square = 0;
  for (let at = 0; at < places.length; at += 2) square += places[at] ** 2;
  const scale = START_SPREAD / (Math.sqrt(square / count) || 1);
  return places.map((place) => scale * place + JITTER * START_SPREAD * dice.normal());
}

/** The codes along the two directions in which they differ most. */
function onAxes(codes, count, columns) {
  const { mean, axes } = principalAxes(codes, count, columns);
  const places = new Float64Array(2 * count);
  for (let row = 0; row < count; row += 1) {
    for (let axis = 0; axis < 2; axis += 1) {
      let sum = 0;
      for (let column = 0; column < columns; column += 1) {
        sum += (codes[row * columns + column] - mean[column]) * axes[axis][column];
      }
      places[2 * row + axis] = sum;
    }
  }
  return places;
}

/** Find the two directions along which codes differ most, by multiplying with their covariance again and again. */
function principalAxes(codes, count, columns) {
  const mean = new Float64Array(columns);
  for (let at = 0; at < count * columns; at += 1) mean[at % columns] += codes[at] / count;
  const covariance = Array.from({ length: columns }, () => new Float64Array(columns));
  for (let row = 0; row < count; row += 1) {
    for (let one = 0; one < columns; one += 1) {
      const gap = codes[row * columns + one] - mean[one];
      for (let other = 0; other <= one; other += 1) {
        covariance[one][other] += gap * (codes[row * columns + other] - mean[other]);
      }
    }
  }
  for (let one = 0; one < columns; one += 1) {
    for (let other = 0; other < one; other += 1) covariance[other][one] = covariance[one][other];
  }
  const first = strongest(covariance, []);
  return { mean, axes: [first, strongest(covariance, [first])] };
}

function strongest(covariance, before) {
  let axis = Float64Array.from(covariance, (_, column) => 1 + 0.1 * column);
  for (let round = 0; round < ROUNDS; round += 1) {
    axis = Float64Array.from(covariance, (line) => inner(line, axis));
    for (const other of before) {
      const shared = inner(axis, other);
      axis = axis.map((value, column) => value - shared * other[column]);
    }
    const length = Math.sqrt(inner(axis, axis)) || 1;
    axis = axis.map((value) => value / length);
  }
  const largest = axis.reduce((one, other) => (Math.abs(other) > Math.abs(one) ? other : one), 0);
  return largest < 0 ? axis.map((value) => -value) : axis;
}

function inner(one, other) {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at] * other[at];
  return sum;
}

/**
 * Give as many codes of pure chance: every number from the standard normal, so that there is nothing to find.
 *
 * @param {number} count
 * @param {number} columns
 * @param {number} seed
 * @returns {Float32Array}
 */
export function noiseLike(count, columns, seed) {
  const dice = new Dice(seed + NOISE_SEED);
  return Float32Array.from({ length: count * columns }, () => dice.normal());
}
