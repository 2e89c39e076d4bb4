// The lasso: a line drawn around digits.

import { css } from "../shared/colours.js";

/**
 * Paint the line.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number[][]} line
 * @param {import("../shared/palette.js").Palette} colours
 */
export function paintLasso(context, line, colours) {
  context.beginPath();
  for (const [x, y] of line) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = css(colours.accent, 0.14);
  context.fill();
  Object.assign(context, { lineWidth: 2, strokeStyle: css(colours.accent) });
  context.setLineDash([6, 4]);
  context.stroke();
  context.setLineDash([]);
}

/**
 * Find the visible points within a line.
 *
 * @param {number[][]} line
 * @param {import("./chart.js").Chart} chart
 * @param {Uint8Array} strengths 0 for hidden points
 * @returns {number[]} rows
 */
export function rowsWithin(line, chart, strengths) {
  const places = chart.pixels();
  return [...strengths.keys()].filter((row) => strengths[row] && within(line, places, row));
}

/**
 * Say whether a place lies within a line that is closed by its ends.
 *
 * @param {number[][]} line
 * @param {ArrayLike<number>} places two numbers each
 * @param {number} index of the place
 */
export function within(line, places, index) {
  const [x, y] = [places[2 * index], places[2 * index + 1]];
  let inside = false;
  for (let now = 0, before = line.length - 1; now < line.length; before = now, now += 1) {
    const [[x1, y1], [x2, y2]] = [line[now], line[before]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
