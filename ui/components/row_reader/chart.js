// The error against the rows that were read.

import { SIDE } from "../shared/picture.js";
import { curve, label, placesIn, shape } from "../shared/svg.js";

const BOX = { height: 210, left: 48, right: 10, top: 8, bottom: 40 };
const ROWS = [1, 7, 14, 21, 28];
const STEPS = [0.02, 0.05, 0.1, 0.2];
const MOST_RULES = 5;

/** @typedef {{ mean: number[], low: number[], high: number[] }} Usual */

/**
 * Draw the chart.
 *
 * @param {SVGElement} svg
 * @param {number} width
 * @param {Float32Array} errors of this picture, by row
 * @param {Usual | null} usual of the test images
 * @param {number} rows that are read
 */
export function drawChart(svg, width, errors, usual, rows) {
  const { across, up } = placesIn({ ...BOX, width });
  const top = 1.05 * Math.max(...errors, ...(usual?.high ?? []));
  const step = STEPS.find((size) => top / size <= MOST_RULES) ?? 0.5;
  const ticks = Array.from({ length: Math.floor(top / step) + 1 }, (_, at) => at * step);
  const x = (row) => across(row / (SIDE - 1));
  const y = (error) => up(error / top);
  const here = { cx: x(rows - 1), cy: y(errors[rows - 1]) };
  svg.setAttribute("viewBox", `0 0 ${width} ${BOX.height}`);
  svg.setAttribute("height", String(BOX.height));
  svg.replaceChildren(
    ...ticks.map((tick) => shape("line", { x1: x(0), x2: x(SIDE - 1), y1: y(tick), y2: y(tick), class: "rule" })),
    ...ticks.map((tick) => label(tick.toFixed(2), BOX.left - 6, y(tick) + 4, "end")),
    ...ROWS.map((row) => label(row, x(row - 1), BOX.height - BOX.bottom + 16, "middle")),
    label("Rows read", across(0.5), BOX.height - 6, "middle"),
    label("Squared error a pixel (0: perfect copy)", x(0) + 4, 16, "start"),
    ...(usual ? [band(usual, x, y), curve(usual.mean, x, y, { class: "usual" })] : []),
    curve(errors, x, y, { class: "own" }),
    shape("line", { x1: here.cx, x2: here.cx, y1: up(0), y2: up(1), class: "here" }),
    shape("circle", { ...here, r: 6 }),
  );
}

/**
 * Give the number of rows at a place of the chart.
 *
 * @param {number} place in CSS pixels
 * @param {number} width
 */
export function rowsAt(place, width) {
  const share = (place - BOX.left) / (width - BOX.left - BOX.right);
  return Math.min(SIDE, Math.max(1, 1 + Math.round(share * (SIDE - 1))));
}

function band({ low, high }, x, y) {
  const there = high.map((error, row) => `${x(row)},${y(error)}`);
  const back = low.map((error, row) => `${x(row)},${y(error)}`).reverse();
  return shape("polygon", { points: [...there, ...back].join(" "), class: "band" });
}
