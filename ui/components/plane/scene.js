// What stands on the plane, layer by layer.

import { paintDisc, paintRings, paintText } from "../shared/canvas.js";
import { CLASS_COLOURS, css } from "../shared/colours.js";

/**
 * @typedef {import("./scale.js").Scale} Scale
 * @typedef {import("../shared/palette.js").Palette} Palette
 */

const DOT = 2.1;
const ON_COLOUR = "#14161f"; // legible on the walk's orange in both themes

/**
 * Paint codes of test images as dots, one colour a class.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Scale} scale
 * @param {import("./models.js").Model} model
 * @param {Set<number>} hidden classes
 */
export function paintCodes(context, scale, { codes, labels }, hidden) {
  for (let label = 0; label < CLASS_COLOURS.length; label += 1) {
    if (hidden.has(label)) continue;
    context.fillStyle = CLASS_COLOURS[label];
    context.beginPath();
    for (let index = 0; index < labels.length; index += 1) {
      if (labels[index] !== label) continue;
      const [x, y] = [scale.x(codes[2 * index]), scale.y(codes[2 * index + 1])];
      if (x < -DOT || y < -DOT || x > scale.side + DOT || y > scale.side + DOT) continue;
      context.moveTo(x + DOT, y);
      context.arc(x, y, DOT, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

/**
 * Write the name of every class in the middle of its dots.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Scale} scale
 * @param {{ middles: number[][], classes: string[] }} header
 * @param {Set<number>} hidden classes
 * @param {Palette} colours
 */
export function paintNames(context, scale, { middles, classes }, hidden, colours) {
  context.font = "700 15px sans-serif";
  middles.forEach((middle, label) => {
    if (!hidden.has(label)) paintName(context, classes[label], scale.at(middle), colours);
  });
}

function paintName(context, text, place, colours) {
  Object.assign(context, { textAlign: "center", textBaseline: "middle" });
  paintText(context, text, place, [4, css(colours.paper, 0.9)], css(colours.ink));
}

/**
 * Paint where the standard normal has most of its codes: rings at one, two and three sigma.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Scale} scale
 * @param {Palette} colours
 * @param {boolean} named whether the rings have names
 */
export function paintPrior(context, scale, colours, named) {
  context.font = "600 11px sans-serif";
  for (const sigma of [1, 2, 3]) {
    context.setLineDash([6, 5]);
    paintRings(context, scale.at([0, 0]), sigma * scale.perUnit, [[1.6, css(colours.ink, 0.75)]]);
    context.setLineDash([]);
    const slant = sigma * Math.SQRT1_2;
    if (named) paintName(context, `${sigma}σ`, scale.at([slant, slant]), colours);
  }
}

/**
 * Paint the input's place, with its spread where the model gives one.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Scale} scale
 * @param {{ mean: number[], deviation: number[] | null }} posterior
 * @param {Palette} colours
 */
export function paintPosterior(context, scale, { mean, deviation }, colours) {
  const [x, y] = scale.at(mean);
  for (const sigma of deviation ? [2, 1] : []) {
    const [wide, high] = deviation.map((value) => sigma * value * scale.perUnit);
    context.beginPath();
    context.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
    context.fillStyle = css(colours.accent, 0.22);
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = css(colours.accent);
    context.stroke();
  }
  paintDisc(context, [x, y], 5, css(colours.accent), css(colours.paper));
}

/**
 * Paint codes drawn from the posterior.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Scale} scale
 * @param {number[][]} draws
 * @param {Palette} colours
 */
export function paintDraws(context, scale, draws, colours) {
  for (const draw of draws) paintDisc(context, scale.at(draw), 2.5, css(colours.ink), css(colours.paper));
}

/**
 * Paint the point that is shown: a cross through the whole plane and a ring.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Scale} scale
 * @param {number[]} point
 * @param {Palette} colours
 * @param {number} free radius in CSS pixels around the point that cross and ring leave free; 0 for a ring on the cross
 */
export function paintCross(context, scale, point, colours, free) {
  const [x, y] = scale.at(point);
  context.beginPath();
  context.moveTo(x, 0);
  context.lineTo(x, y - free);
  context.moveTo(x, y + free);
  context.lineTo(x, scale.side);
  context.moveTo(0, y);
  context.lineTo(x - free, y);
  context.moveTo(x + free, y);
  context.lineTo(scale.side, y);
  for (const [lineWidth, strokeStyle] of [
    [3, css(colours.paper, 0.6)],
    [1, css(colours.accent)],
  ]) {
    Object.assign(context, { lineWidth, strokeStyle });
    context.stroke();
  }
  if (free) {
    paintRings(context, [x, y], free + 2, [[4, css(colours.paper)]]);
    paintRings(context, [x, y], free + 1, [[2, css(colours.accent)]]);
    return;
  }
  paintRings(context, [x, y], 9, [
    [6, css(colours.paper)],
    [3, css(colours.accent)],
  ]);
}

/**
 * Paint a walk.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Scale} scale
 * @param {{ stops: number[][], way: number[][] }} walk its numbered stops, and all codes on its way
 * @param {Palette} colours
 */
export function paintWalk(context, scale, { stops, way }, colours) {
  context.beginPath();
  for (const code of way) context.lineTo(scale.x(code[0]), scale.y(code[1]));
  for (const [lineWidth, strokeStyle] of [
    [6, css(colours.paper)],
    [2.5, css(colours.extra)],
  ]) {
    Object.assign(context, { lineWidth, strokeStyle });
    context.stroke();
  }
  Object.assign(context, { font: "700 12px sans-serif", textAlign: "center", textBaseline: "middle" });
  stops.forEach((stop, index) => {
    const [x, y] = scale.at(stop);
    paintDisc(context, [x, y], 10, css(colours.extra), css(colours.paper));
    context.fillStyle = ON_COLOUR;
    context.fillText(String(index + 1), x, y + 0.5);
  });
}
