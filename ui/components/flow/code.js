// The code as a picture: bars, a place on the plane, or small maps.

import { paintDisc, paintText } from "../shared/canvas.js";
import { CLASS_COLOURS, css, mix } from "../shared/colours.js";
import { clamp } from "../shared/numbers.js";

const SHARP = 2; // the code's picture is drawn at twice its usual size for high-density screens
const CODE_SIDE = 200;
const DOT = 3;
const MARGIN = 10; // around the bars
const FREE = 8; // around the plane
const GAP = 6; // between small maps

const KINDS = { bars: paintBars, plane: paintPlane, maps: paintMaps };

/**
 * Paint a code.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ kind: keyof typeof KINDS, zero?: number, grid?: number[] }} code what kind of picture it makes
 * @param {any} arrays `code`, and for a plane the `cloud` of other codes
 * @param {import("../shared/palette.js").Palette} colours
 */
export function paintCode(canvas, code, arrays, colours) {
  const side = CODE_SIDE * SHARP;
  if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
  const context = canvas.getContext("2d");
  context.setTransform(SHARP, 0, 0, SHARP, 0, 0);
  context.clearRect(0, 0, CODE_SIDE, CODE_SIDE);
  KINDS[code.kind](context, code, arrays, colours);
}

/** One bar a number, from the zero line, scaled by what test images usually give. */
function paintBars(context, { zero: share }, { code: values }, colours) {
  const height = CODE_SIDE - 2 * MARGIN;
  const zero = MARGIN + height * share;
  const step = height / values.length;
  context.fillStyle = css(colours.accent);
  values.forEach((value, index) => {
    const length = clamp(value, -1, 1) * height * (value < 0 ? 1 - share : share);
    const top = zero - Math.max(0, length);
    context.fillRect(MARGIN + index * step + step * 0.12, top, step * 0.76, Math.abs(length) || 1);
  });
  context.fillStyle = css(colours.ink, 0.5);
  context.fillRect(MARGIN, zero - 0.5, height, 1);
}

/** The plane of two-number codes: test images as faint dots, the input as a large one. */
function paintPlane(context, _code, { cloud, code: values }, colours) {
  const across = (share) => FREE + share * (CODE_SIDE - 2 * FREE);
  const down = (share) => CODE_SIDE - across(share);
  context.globalAlpha = 0.55;
  for (let at = 0; at < cloud.length; at += 3) {
    context.fillStyle = CLASS_COLOURS[cloud[at + 2]];
    context.fillRect(across(cloud[at] / 255) - DOT / 2, down(cloud[at + 1] / 255) - DOT / 2, DOT, DOT);
  }
  Object.assign(context, { globalAlpha: 1, font: "bold 15px sans-serif", textAlign: "center", textBaseline: "middle" });
  for (const { label, x, y } of middles(cloud)) {
    paintText(context, label, [across(x), down(y)], [3, css(colours.paper)], css(colours.ink));
  }
  paintDisc(context, [across(values[0]), down(values[1])], 7, css(colours.accent), css(colours.ink), 3);
}

/** The middle of every class's dots: the median of both coordinates, as shares of the plane. */
function middles(cloud) {
  const classes = new Map();
  for (let at = 0; at < cloud.length; at += 3) {
    const dots = classes.get(cloud[at + 2]) ?? { x: [], y: [] };
    dots.x.push(cloud[at]);
    dots.y.push(cloud[at + 1]);
    classes.set(cloud[at + 2], dots);
  }
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1] / 255;
  return [...classes].map(([label, { x, y }]) => ({ label, x: median(x), y: median(y) }));
}

/** A spatial code as small maps side by side. */
function paintMaps(context, { grid: [channels, height, width] }, { code: values }, colours) {
  const columns = Math.ceil(Math.sqrt(channels));
  const size = (CODE_SIDE - GAP) / columns - GAP;
  const [cellWidth, cellHeight] = [size / width, size / height];
  for (let channel = 0; channel < channels; channel += 1) {
    const left = GAP + (channel % columns) * (size + GAP);
    const top = GAP + Math.floor(channel / columns) * (size + GAP);
    for (let cell = 0; cell < height * width; cell += 1) {
      const value = clamp(values[channel * height * width + cell], 0, 1);
      const [row, column] = [Math.floor(cell / width), cell % width];
      context.fillStyle = css(mix(colours.paper, colours.accent, 0.08 + 0.92 * value));
      context.fillRect(left + column * cellWidth, top + row * cellHeight, cellWidth + 0.3, cellHeight + 0.3);
    }
  }
}
