// Names of classes and clusters, each in the middle of its points.

import { paintText } from "../shared/canvas.js";
import { css } from "../shared/colours.js";

const NAME_HEIGHT = 17; // CSS pixels

/**
 * Find where the middle of every class or cluster lies: its point nearest to the medians.
 *
 * @param {ArrayLike<number>} places x0, y0, x1, …
 * @param {Uint8Array} values the class of every point
 * @param {number} count of classes
 * @returns {(number[] | null)[]} null for one without points
 */
export function middlesOf(places, values, count) {
  const own = Array.from({ length: count }, () => []);
  for (const [index, value] of values.entries()) own[value].push([places[2 * index], places[2 * index + 1]]);
  const median = (points, axis) => Float32Array.from(points, (point) => point[axis]).sort()[points.length >> 1];
  return own.map((points) => {
    if (!points.length) return null;
    const [x, y] = [median(points, 0), median(points, 1)];
    const away = (point) => (point[0] - x) ** 2 + (point[1] - y) ** 2;
    return points.reduce((best, point) => (away(point) < away(best) ? point : best));
  });
}

/**
 * Paint names with a rim of paper, each in the middle of its points, unless another stands there.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {{ at: (x: number, y: number) => number[] }} chart
 * @param {(number[] | null)[]} middles
 * @param {string[]} names
 * @param {Set<number>} hidden classes
 * @param {import("../shared/palette.js").Palette} colours
 * @param {number} [unit] of the context's pixels in a CSS pixel
 */
export function paintNames(context, chart, middles, names, hidden, colours, unit = 1) {
  Object.assign(context, { font: `700 ${15 * unit}px sans-serif`, textAlign: "center", textBaseline: "middle" });
  const painted = [];
  middles.forEach((middle, value) => {
    if (!middle || hidden.has(value)) return;
    const [x, y] = chart.at(middle[0], middle[1]);
    const half = context.measureText(names[value]).width / 2 + 3;
    if (
      painted.some((other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < NAME_HEIGHT * unit)
    )
      return;
    painted.push({ x, y, half });
    paintText(context, names[value], [x, y], [4.5 * unit, css(colours.paper, 0.92)], css(colours.ink));
  });
}
