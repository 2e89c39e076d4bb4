// Pictures brought to another size with an antialiased bicubic filter, as Pillow does it.

/** @typedef {import("./normalisation.js").Box} Box */

const REACH = 2; // pixels of the larger picture on both sides
const SHARPNESS = -0.5; // Pillow's choice of Keys' parameter

/**
 * Bring a picture to another size: rows first, then columns.
 *
 * @param {Box} box
 * @param {number} newWidth
 * @param {number} newHeight
 * @returns {Float32Array}
 */
export function resized({ values, width, height }, newWidth, newHeight) {
  const across = filters(width, newWidth);
  const down = filters(height, newHeight);
  const between = new Float32Array(newWidth * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < newWidth; column += 1) {
      const { first, weights } = across[column];
      between[row * newWidth + column] = weighed(values, row * width + first, 1, weights);
    }
  }
  const result = new Float32Array(newWidth * newHeight);
  for (let row = 0; row < newHeight; row += 1) {
    const { first, weights } = down[row];
    for (let column = 0; column < newWidth; column += 1) {
      result[row * newWidth + column] = weighed(between, first * newWidth + column, newWidth, weights);
    }
  }
  return result;
}

function weighed(values, start, stride, weights) {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += weights[at] * values[start + at * stride];
  return sum;
}

/** For every new pixel along an axis: the first old one that counts, and the weights from there on. */
function filters(from, to) {
  const scale = from / to;
  const wide = Math.max(1, scale);
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - REACH * wide + 0.5));
    const last = Math.min(from, Math.trunc(centre + REACH * wide + 0.5));
    const raw = Array.from({ length: last - first }, (_, at) => cubic((first + at - centre + 0.5) / wide));
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { first, weights: raw.map((weight) => weight / sum) };
  });
}

function cubic(x) {
  const distance = Math.abs(x);
  if (distance < 1) return ((SHARPNESS + 2) * distance - (SHARPNESS + 3)) * distance * distance + 1;
  return distance < REACH ? ((distance - 5) * distance + 8) * distance * SHARPNESS - 4 * SHARPNESS : 0;
}
