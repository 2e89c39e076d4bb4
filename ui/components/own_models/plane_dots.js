// A plane painted: dots in the colours of their classes, the page's picture, and the place of the hand.

import { middlesOf, paintNames } from "../code_map/names.js";
import { fitted, paintDisc, paintRings } from "../shared/canvas.js";
import { CLASS_COLOURS, css } from "../shared/colours.js";

const [DOT, OWN, HAND] = [2.5, 6, 9]; // radii in CSS pixels

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{ window: import("./plane_window.js").Window, dots: { codes: Float32Array, labels: Uint8Array, names: string[] },
 *   place: number[], own: number[], colours: import("../shared/palette.js").Palette }} plane
 */
export function paintPlane(canvas, { window: { low, high }, dots, place, own, colours }) {
  const { context, width, height } = fitted(canvas);
  /** @type {(code: ArrayLike<number>) => number[]} */
  const at = ({ 0: x, 1: y }) => [
    (width * (x - low[0])) / (high[0] - low[0]),
    height * (1 - (y - low[1]) / (high[1] - low[1])),
  ];
  dots.labels.forEach((label, index) => {
    const [x, y] = at(dots.codes.subarray(2 * index, 2 * index + 2));
    context.fillStyle = CLASS_COLOURS[label % CLASS_COLOURS.length];
    context.beginPath();
    context.arc(x, y, DOT, 0, 2 * Math.PI);
    context.fill();
  });
  const middles = middlesOf(dots.codes, dots.labels, dots.names.length);
  paintNames(context, { at: (x, y) => at([x, y]) }, middles, dots.names, new Set(), colours);
  paintDisc(context, at(own), OWN, css(colours.accent), css(colours.paper));
  const rings = /** @type {[number, string][]} */ ([
    [5, css(colours.paper)],
    [2.5, css(colours.ink)],
  ]);
  paintRings(context, at(place), HAND, rings);
}
