// The first layer's weights as small pictures, side by side on one canvas.

import { describe } from "../shared/alternative.js";

/**
 * @param {HTMLCanvasElement} canvas
 * @param {import("../training/history.js").Frame} frame
 * @param {import("../shared/palette.js").Palette} colours
 */
export function paintFilters(canvas, { filters, filterSide: side, step }, { ofError, paper }) {
  const count = filters.length / side ** 2;
  const columns = Math.min(count, side === 3 ? 4 : 8);
  const rows = Math.ceil(count / columns);
  const pitch = side + 1;
  const [width, height] = [columns * pitch - 1, rows * pitch - 1];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  const coloured = new Uint32Array(image.data.buffer);
  const table = Uint32Array.from(ofError, (colour) => packed(colour));
  coloured.fill(packed(paper) & 0xffffff);
  for (let index = 0; index < count; index += 1) {
    const left = (index % columns) * pitch;
    const top = Math.floor(index / columns) * pitch;
    for (let at = 0; at < side ** 2; at += 1) {
      const place = (top + Math.floor(at / side)) * width + left + (at % side);
      coloured[place] = table[filters[index * side ** 2 + at] + 128];
    }
  }
  context.putImageData(image, 0, 0);
  describe(canvas, () => `Weights of ${count} units of the first layer after ${step} steps.`);
}

/** @param {number[]} colour */
function packed([red, green, blue]) {
  return ((255 << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red)) >>> 0;
}
