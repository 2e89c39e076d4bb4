// What moves with the pointer, painted over a copy of a map's sheet.

import { calm } from "../shared/dom.js";
import { paintLasso } from "./lasso.js";
import { paintNeighbours, paintPinned, paintPointed } from "./marks.js";

/**
 * Paint one map as it is now.
 *
 * @param {import("./picture.js").Picture} picture
 * @param {import("./chart.js").Chart} chart
 * @param {number} now in milliseconds
 * @returns {boolean} whether something still moves on it
 */
export function paintOver({ colours, header, pinned, pointed, tints, line, lassoOn }, chart, now) {
  if (!chart.places || !chart.sheet.width) return false;
  const density = chart.canvas.width / chart.size[0];
  const context = chart.canvas.getContext("2d");
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(chart.sheet, 0, 0);
  context.setTransform(density, 0, 0, density, 0, 0);
  const there = (row) => row >= 0 && row < chart.places.length / 2;
  if (there(pinned)) {
    paintNeighbours(context, chart, header.rings, colours);
    paintPinned(context, chart.place(pinned), colours);
  }
  const tint = tints.subarray(3 * pointed, 3 * pointed + 3);
  if (there(pointed)) paintPointed(context, chart.place(pointed), tint, colours);
  if (line && lassoOn === chart) paintLasso(context, line, colours);
  return chart.own.paint(context, (x, y) => chart.at(x, y), colours, now, calm());
}
