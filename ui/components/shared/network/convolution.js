// A convolution: what every window shows is laid out as a row, and all rows are multiplied with all filters.

import { products } from "./products.js";

/**
 * @typedef {object} Windowed a layer that slides a window over channels
 * @property {[number, number, number]} given channels, height and width of its input
 * @property {[number, number, number]} made of its output
 * @property {number[]} kernel height and width of the window
 * @property {number[]} stride down and right
 * @property {number[]} padding above and left
 */

/**
 * @param {Windowed} layer
 * @param {import("./weights.js").Weights} source
 * @returns {import("./network.js").Step}
 */
export function convolution(layer, source) {
  const [channels, height, width] = layer.made;
  const depth = layer.given[0] * layer.kernel[0] * layer.kernel[1];
  const places = height * width;
  const filters = source.next(channels * depth);
  const bias = source.nextBias(channels);
  const windows = new Float32Array(places * depth); // what lies beyond the edge stays 0
  const from = windowPlaces(layer);
  const out = new Float32Array(channels * places);
  return (input) => {
    for (let at = 0; at < from.length; at += 1) if (from[at] >= 0) windows[at] = input[from[at]];
    products(filters, windows, depth, out);
    for (let channel = 0, at = 0; channel < channels; channel += 1) {
      for (let place = 0; place < places; place += 1, at += 1) out[at] += bias[channel];
    }
    return out;
  };
}

/** For every number of every window, window by window, where it lies in the input; -1 beyond its edge. */
function windowPlaces({ given: [channels, height, width], made, kernel, stride, padding }) {
  const places = new Int32Array(made[1] * made[2] * channels * kernel[0] * kernel[1]);
  let at = 0;
  for (let place = 0; place < made[1] * made[2]; place += 1) {
    const top = Math.floor(place / made[2]) * stride[0] - padding[0];
    const left = (place % made[2]) * stride[1] - padding[1];
    for (let channel = 0; channel < channels; channel += 1) {
      for (let row = top; row < top + kernel[0]; row += 1) {
        for (let column = left; column < left + kernel[1]; column += 1, at += 1) {
          const inside = row >= 0 && row < height && column >= 0 && column < width;
          places[at] = inside ? (channel * height + row) * width + column : -1;
        }
      }
    }
  }
  return places;
}
