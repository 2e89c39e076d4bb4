// The axes of the plane, with ticks in units of z.

import { paintText } from "../shared/canvas.js";
import { css } from "../shared/colours.js";

const TICKS = 6;
const FREE = { before: 34, after: 26 }; // CSS pixels at the ends of an axis that stay without ticks

/**
 * Paint both axes, and ticks along the left and lower edge.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {import("./scale.js").Scale} scale
 * @param {import("../shared/palette.js").Palette} colours
 */
export function paintAxes(context, scale, colours) {
  const { view, side } = scale;
  paintLines(context, scale, colours);
  const write = (text, place, align) => {
    Object.assign(context, { textAlign: align, textBaseline: "middle" });
    paintText(context, text, place, [4, css(colours.paper, 0.9)], css(colours.ink));
  };
  const step = niceStep((2 * view.half) / TICKS);
  context.font = "11px sans-serif";
  for (const [text, place] of ticks(view.x, view.half, step, (value) => scale.x(value))) {
    if (place >= FREE.before && place <= side - FREE.after) write(text, [place, side - 10], "center");
  }
  for (const [text, place] of ticks(view.y, view.half, step, (value) => scale.y(value))) {
    if (place >= FREE.before && place <= side - FREE.after) write(text, [8, place], "left");
  }
  context.font = "italic 600 12px sans-serif";
  write("z₁", [side - 8, side - 11], "right");
  write("z₂", [8, 14], "left");
}

function paintLines(context, scale, colours) {
  context.strokeStyle = css(colours.ink, 0.5);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(scale.x(0), 0);
  context.lineTo(scale.x(0), scale.side);
  context.moveTo(0, scale.y(0));
  context.lineTo(scale.side, scale.y(0));
  context.stroke();
}

/** The ticks of one axis: what is written at each, and where. */
function ticks(middle, half, step, placeOf) {
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil((middle - half) / step);
  const last = Math.floor((middle + half) / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const value = (first + index) * step;
    return [value.toFixed(digits).replace("-", "−"), placeOf(value)];
  });
}

/**
 * @param {number} rough
 * @returns {number} the next larger step that people count in: 1, 2 or 5 times a power of ten
 */
export function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].find((factor) => factor * power >= rough) * power;
}
