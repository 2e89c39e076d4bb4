// A transposed convolution: every input puts a weighed window down, and windows that overlap add up.

import { products } from "./products.js";

/**
 * @param {import("./convolution.js").Windowed} layer
 * @param {import("./weights.js").Weights} source
 * @returns {import("./network.js").Step}
 */
export function transposed(layer, source) {
  const [channels, height, width] = layer.given;
  const places = height * width;
  const cells = layer.made[0] * layer.kernel[0] * layer.kernel[1];
  const filters = flipped(source.next(channels * cells), channels, cells);
  const bias = source.nextBias(layer.made[0]);
  const area = layer.made[1] * layer.made[2];
  const to = targets(layer);
  const windows = new Float32Array(cells * places);
  const out = new Float32Array(layer.made[0] * area);
  return (input) => {
    products(filters, flipped(input, channels, places), channels, windows);
    for (let channel = 0; channel < bias.length; channel += 1) {
      out.fill(bias[channel], channel * area, (channel + 1) * area);
    }
    for (let at = 0; at < to.length; at += 1) if (to[at] >= 0) out[to[at]] += windows[at];
    return out;
  };
}

/** Turn a matrix over: rows become columns. */
function flipped(values, rows, columns) {
  const out = new Float32Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) out[column * rows + row] = values[row * columns + column];
  }
  return out;
}

/** For every cell of the window, channel by channel, and every place of the input: where it falls; -1 beyond the edge. */
function targets({ given: [, height, width], made: [channels, tall, wide], kernel, stride, padding }) {
  const places = new Int32Array(channels * kernel[0] * kernel[1] * height * width);
  let at = 0;
  for (let cell = 0; cell < channels * kernel[0] * kernel[1]; cell += 1) {
    const channel = Math.floor(cell / (kernel[0] * kernel[1]));
    const [down, right] = [Math.floor(cell / kernel[1]) % kernel[0], cell % kernel[1]];
    for (let place = 0; place < height * width; place += 1, at += 1) {
      const row = Math.floor(place / width) * stride[0] - padding[0] + down;
      const column = (place % width) * stride[1] - padding[1] + right;
      const inside = row >= 0 && row < tall && column >= 0 && column < wide;
      places[at] = inside ? (channel * tall + row) * wide + column : -1;
    }
  }
  return places;
}
