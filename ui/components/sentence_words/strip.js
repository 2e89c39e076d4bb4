// A code as a strip of colours, one stripe a number.

import { css } from "../shared/colours.js";
import { make } from "../shared/dom.js";

/**
 * Paint a strip.
 *
 * @param {number[]} code from -1 to 1
 * @param {import("../shared/palette.js").Palette} colours
 * @returns {HTMLCanvasElement}
 */
export function strip(code, colours) {
  const canvas = make("canvas", { width: code.length, height: 1, className: "strip" });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `The code: ${code.length} numbers as colours, blue below and orange above zero`);
  const context = canvas.getContext("2d");
  for (const [at, number] of code.entries()) {
    context.fillStyle = css(colours.ofError[Math.round(128 + 127 * number)]);
    context.fillRect(at, 0, 1, 1);
  }
  return canvas;
}
