// Pictures painted from bytes, one canvas pixel each.

import { SIDE } from "./picture.js";

/** @typedef {import("./palette.js").Palette} Palette */

/**
 * Paint bytes of ink, 0 (paper) to 255 (ink).
 *
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values
 * @param {Palette} colours
 * @param {number} [height]
 * @param {number} [width]
 */
export function paintInk(canvas, values, { ofInk }, height = SIDE, width = SIDE) {
  paintPixels(canvas, height, width, (index) => ofInk[values[index]]);
}

/**
 * Paint signed errors: below 128 ink is missing, above there is too much.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {ArrayLike<number>} values
 * @param {Palette} colours
 * @param {number} [height]
 * @param {number} [width]
 */
export function paintError(canvas, values, { ofError }, height = SIDE, width = SIDE) {
  paintPixels(canvas, height, width, (index) => ofError[values[index]]);
}

/**
 * Paint a photo as it is: three bytes a pixel.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} values
 * @param {Palette} _colours which a photo has its own of
 * @param {number} height
 * @param {number} width
 */
export function paintPhoto(canvas, values, _colours, height, width) {
  paintPixels(canvas, height, width, (index) => values.subarray(3 * index, 3 * index + 3));
}

function paintPixels(canvas, height, width, colourAt) {
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  for (let index = 0; index < width * height; index += 1) {
    image.data.set(colourAt(index), 4 * index);
    image.data[4 * index + 3] = 255;
  }
  context.putImageData(image, 0, 0);
}
