// Principal components: the best that a linear autoencoder can do, and two directions to look along.

import { Dice } from "../dice.js";
import { products } from "../network/products.js";

const MORE = 8; // directions besides those that are wanted; the search settles faster
const MOST_ROUNDS = 60;
const SETTLED = 1e-7; // of the variance that they explain

/**
 * @typedef {object} Spread
 * @property {Float32Array} mean (size,)
 * @property {Float32Array} covariance (size, size)
 */

/**
 * Measure how rows of numbers spread.
 *
 * @param {Float32Array} rows (count, size)
 * @param {number} size
 * @returns {Spread}
 */
export function spread(rows, size) {
  const count = rows.length / size;
  const mean = new Float32Array(size);
  for (let at = 0; at < rows.length; at += 1) mean[at % size] += rows[at] / count;
  const columns = new Float32Array(rows.length); // (size, count)
  for (let at = 0; at < rows.length; at += 1)
    columns[(at % size) * count + Math.floor(at / size)] = rows[at] - mean[at % size];
  const covariance = new Float32Array(size * size);
  products(columns, columns, count, covariance);
  for (let at = 0; at < covariance.length; at += 1) covariance[at] /= count;
  return { mean, covariance };
}

/**
 * Find the directions along which rows spread most, by subspace iteration.
 *
 * @param {Spread} spread
 * @param {number} count
 * @param {Float32Array} [before] (at least count, size) directions to start from
 * @returns {Float32Array} (count, size), orthonormal; together the best, one by one nearly so
 *
 * Source: Golub and Van Loan, Matrix Computations, 4th edition, section 8.2.4 (orthogonal iteration).
 */
export function directions({ covariance }, count, before) {
  const size = Math.sqrt(covariance.length);
  const wanted = Math.min(size, count + MORE);
  let basis = started(wanted, size, before);
  let explained = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = new Float32Array(basis.length);
    products(basis, covariance, size, next);
    const variances = orthonormal(next, size);
    basis = next;
    const sum = variances.slice(0, count).reduce((total, value) => total + value, 0);
    if (Math.abs(sum - explained) <= SETTLED * sum) break;
    explained = sum;
  }
  return basis.subarray(0, Math.min(count, wanted) * size);
}

function started(wanted, size, before) {
  const dice = new Dice(1);
  const basis = Float32Array.from({ length: wanted * size }, () => dice.normal());
  if (before) basis.set(before.subarray(0, basis.length));
  orthonormal(basis, size);
  return basis;
}

/** Make rows orthonormal in place, each by itself against those before it; gives the lengths they had. */
function orthonormal(rows, size) {
  const lengths = [];
  for (let row = 0; row < rows.length; row += size) {
    for (let other = 0; other < row; other += size) {
      let product = 0;
      for (let at = 0; at < size; at += 1) product += rows[row + at] * rows[other + at];
      for (let at = 0; at < size; at += 1) rows[row + at] -= product * rows[other + at];
    }
    let squares = 0;
    for (let at = 0; at < size; at += 1) squares += rows[row + at] ** 2;
    const length = Math.sqrt(squares);
    for (let at = 0; at < size; at += 1) rows[row + at] /= length || 1;
    lengths.push(length);
  }
  return lengths;
}

/**
 * Give places of rows along directions.
 *
 * @param {Float32Array} rows (count, size)
 * @param {Float32Array} mean
 * @param {Float32Array} basis (directions, size)
 * @returns {Float32Array} (count, directions)
 */
export function along(rows, mean, basis) {
  const size = mean.length;
  const out = new Float32Array((rows.length / size) * (basis.length / size));
  products(
    rows.map((value, at) => value - mean[at % size]),
    basis,
    size,
    out,
  );
  return out;
}

/**
 * Measure what PCA loses: squared error a number of rows that it did not learn from.
 *
 * @param {Spread} spread of those that it learnt from
 * @param {Float32Array} basis
 * @param {Float32Array} rows (count, size)
 */
export function lost({ mean }, basis, rows) {
  let total = 0;
  for (let at = 0; at < rows.length; at += 1) total += (rows[at] - mean[at % mean.length]) ** 2;
  return Math.max(0, total - along(rows, mean, basis).reduce((sum, value) => sum + value * value, 0)) / rows.length;
}
