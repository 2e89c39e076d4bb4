// A fully connected layer, applied to every so many numbers of a longer input.

import { products } from "./products.js";

/**
 * @param {{ rows: number, columns: number }} layer
 * @param {import("./weights.js").Weights} source
 * @returns {import("./network.js").Step}
 */
export function dense({ rows, columns }, source) {
  const weight = source.next(rows * columns);
  const bias = source.nextBias(rows);
  let out = new Float32Array(rows);
  return (input) => {
    const times = input.length / columns;
    if (out.length !== times * rows) out = new Float32Array(times * rows);
    if (times === 1) products(weight, input, columns, out);
    else products(input, weight, columns, out);
    for (let at = 0; at < out.length; at += 1) out[at] += bias[at % rows];
    return out;
  };
}
