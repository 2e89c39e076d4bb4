// A code on the card: its numbers, or bars where there are many.

import { css } from "../shared/colours.js";
import { written } from "../shared/numbers.js";

const WIDTH = 168; // CSS pixels
const HEIGHT = 44;

/**
 * Say what a code is.
 *
 * @param {{ size: number, exact: boolean, shown: number }} header how many numbers it has, whether they are told, and
 *   else of how many means
 * @param {ArrayLike<number>} code
 * @returns {string}
 */
export function codeWords({ size, exact, shown }, code) {
  if (exact) return `code (${Array.from(code, (value) => written(value)).join(", ")})`;
  return `code: ${size} numbers${shown < size ? `, as ${shown} means` : ""}`;
}

/**
 * Paint a code as bars up and down from zero.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Uint8Array} code bytes around 128
 * @param {import("../shared/palette.js").Palette} colours
 */
export function paintBars(canvas, code, colours) {
  const density = window.devicePixelRatio || 1;
  Object.assign(canvas, { width: Math.round(WIDTH * density), height: Math.round(HEIGHT * density) });
  const context = canvas.getContext("2d");
  context.setTransform(density, 0, 0, density, 0, 0);
  const negative = code.some((byte) => byte < 128);
  const [zero, scale] = negative ? [HEIGHT / 2, HEIGHT / 2 / 127] : [HEIGHT - 1, (HEIGHT - 2) / 127];
  const step = WIDTH / code.length;
  context.fillStyle = css(colours.accent);
  code.forEach((byte, index) => {
    const value = (byte - 128) * scale;
    const tall = Math.max(0.5, Math.abs(value));
    context.fillRect(index * step, value < 0 ? zero : zero - value, Math.max(1, step - 1), tall);
  });
  context.fillStyle = css(colours.ink, 0.5);
  context.fillRect(0, zero - 0.5, WIDTH, 1);
}
