// From distances to probabilities (van der Maaten and Hinton 2008, sections 2 and 3): P, which the map has to imitate.

const BISECTIONS = 100;
const EXACT = 1e-6; // nats by which an entropy may miss its goal

/**
 * Turn squared distances into the probability that a code picks each of its neighbours. The width of every code's bell
 * curve is found by bisection, so that its choice is as uncertain as one among `perplexity` equally likely neighbours.
 *
 * @param {Float64Array} squares row by row
 * @param {number} count of codes
 * @param {number} wanted neighbours a code
 * @param {number} perplexity
 * @returns {Float64Array} of the same shape; every row adds up to one
 */
export function conditional(squares, count, wanted, perplexity) {
  const probabilities = new Float64Array(count * wanted);
  const goal = Math.log(perplexity);
  for (let row = 0; row < count; row += 1) {
    const own = probabilities.subarray(row * wanted, (row + 1) * wanted);
    const distances = squares.subarray(row * wanted, (row + 1) * wanted);
    let [low, high, precision] = [0, Infinity, 1 / (mean(distances) || 1)];
    for (let tries = 0; tries < BISECTIONS; tries += 1) {
      const missed = bell(distances, precision, own) - goal;
      if (Math.abs(missed) < EXACT) break;
      if (missed > 0) low = precision;
      else high = precision;
      precision = high === Infinity ? 2 * precision : (low + high) / 2;
    }
  }
  return probabilities;
}

/** Fill in the probabilities of a bell curve of that precision, 1 / (2 sigma²), and give their entropy in nats. */
function bell(distances, precision, own) {
  const least = distances.reduce((one, other) => Math.min(one, other), Infinity);
  let [sum, weighted] = [0, 0];
  for (let at = 0; at < own.length; at += 1) {
    const gap = distances[at] - least;
    own[at] = Math.exp(-gap * precision);
    sum += own[at];
    weighted += own[at] * gap;
  }
  for (let at = 0; at < own.length; at += 1) own[at] /= sum;
  return Math.log(sum) + (precision * weighted) / sum;
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Pairs that belong together: row i owns `others` and `weights` from starts[i] to starts[i + 1].
 *
 * @typedef {{ starts: Int32Array, others: Int32Array, weights: Float64Array }} Affinities
 */

/**
 * Make the probabilities mutual: p_ij = (p_j|i + p_i|j) / 2N; all together they are one. Only pairs of which at least
 * one is the other's neighbour are kept.
 *
 * @param {Int32Array} indices of neighbours, row by row
 * @param {Float64Array} probabilities
 * @param {number} count of codes
 * @param {number} wanted neighbours a code
 * @returns {Affinities}
 */
export function mutual(indices, probabilities, count, wanted) {
  const room = new Int32Array(count + 1);
  for (let row = 0; row < count; row += 1) room[row + 1] += wanted;
  for (const index of indices) room[index + 1] += 1;
  for (let row = 0; row < count; row += 1) room[row + 1] += room[row];
  const next = room.slice(0, count);
  const [names, shares] = [new Int32Array(room[count]), new Float64Array(room[count])];
  for (let row = 0; row < count; row += 1) {
    for (let at = row * wanted; at < (row + 1) * wanted; at += 1) {
      for (const [one, other] of [
        [row, indices[at]],
        [indices[at], row],
      ]) {
        names[next[one]] = other;
        shares[next[one]] = probabilities[at] / (2 * count);
        next[one] += 1;
      }
    }
  }
  return merged(room, names, shares, count);
}

/** Add up what a row holds twice for the same other. */
function merged(room, names, shares, count) {
  const starts = new Int32Array(count + 1);
  const seen = new Int32Array(count).fill(-1);
  let size = 0;
  for (let row = 0; row < count; row += 1) {
    starts[row] = size;
    for (let at = room[row]; at < room[row + 1]; at += 1) {
      const before = seen[names[at]];
      if (before >= starts[row]) shares[before] += shares[at];
      else {
        seen[names[at]] = size;
        names[size] = names[at];
        shares[size] = shares[at];
        size += 1;
      }
    }
  }
  starts[count] = size;
  return { starts, others: names.slice(0, size), weights: shares.slice(0, size) };
}
