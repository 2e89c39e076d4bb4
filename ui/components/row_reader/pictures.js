// The picture that is read, and the codes after its rows, line by line at the same height.

import { css } from "../shared/colours.js";
import { SIDE } from "../shared/picture.js";

const SHARP = 16; // canvas pixels a row
const NOT_READ = 0.2;

/** @typedef {import("../shared/palette.js").Palette} Palette */

/**
 * Paint a picture of which only the upper rows are read.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} ink
 * @param {number} rows that are read
 * @param {Palette} colours
 */
export function paintRead(canvas, ink, rows, colours) {
  const context = begun(canvas, SIDE);
  for (let at = 0; at < ink.length; at += 1) {
    const row = Math.floor(at / SIDE);
    context.globalAlpha = row < rows ? 1 : NOT_READ;
    context.fillStyle = css(colours.ofInk[ink[at]]);
    context.fillRect((at % SIDE) * SHARP, row * SHARP, SHARP, SHARP);
  }
  paintLine(context, rows, SIDE * SHARP, colours);
}

/**
 * Paint codes as lines of colours; those of rows that are not read yet stay empty.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Float32Array} codes one after the other
 * @param {number} scale what the numbers are divided by
 * @param {number} rows that are read
 * @param {Palette} colours
 */
export function paintCodes(canvas, codes, scale, rows, colours) {
  const size = codes.length / SIDE;
  const context = begun(canvas, size);
  for (let at = 0; at < rows * size; at += 1) {
    const byte = Math.round(128 + 127 * Math.min(1, Math.max(-1, codes[at] / scale)));
    context.fillStyle = css(colours.ofError[byte]);
    context.fillRect((at % size) * SHARP, Math.floor(at / size) * SHARP, SHARP, SHARP);
  }
  paintLine(context, rows, size * SHARP, colours);
}

function begun(canvas, columns) {
  const [width, height] = [columns * SHARP, SIDE * SHARP];
  if (canvas.width !== width) Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  context.globalAlpha = 1;
  context.clearRect(0, 0, width, height);
  return context;
}

/** Mark the row that was read last. */
function paintLine(context, rows, width, colours) {
  Object.assign(context, { globalAlpha: 1, strokeStyle: css(colours.extra), lineWidth: 5 });
  context.strokeRect(2.5, (rows - 1) * SHARP + 2.5, width - 5, SHARP - 5);
}
