// What marks single digits: rings around the pinned one and its neighbours, and around the one that is pointed at.

import { paintRings } from "../shared/canvas.js";
import { css } from "../shared/colours.js";

/**
 * @typedef {import("./chart.js").Chart} Chart
 * @typedef {import("../shared/palette.js").Palette} Palette
 */

const RING = 11;
const TICK = 18; // how far the pinned digit's ticks reach
const WAYS = [
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
];

/**
 * Paint rings around the pinned digit's neighbours: whole ones in code space, dashed ones in pixel space.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {Chart} chart
 * @param {{ code?: number[], pixels?: number[] }} rings rows
 * @param {Palette} colours
 */
export function paintNeighbours(context, chart, rings, colours) {
  for (const row of rings.code ?? []) {
    paintRings(context, chart.place(row), 6, [
      [4, css(colours.paper)],
      [2, css(colours.accent)],
    ]);
  }
  for (const row of rings.pixels ?? []) {
    paintRings(context, chart.place(row), 9.5, [[4, css(colours.paper, 0.7)]]);
    context.setLineDash([4, 3]);
    paintRings(context, chart.place(row), 9.5, [[2, css(colours.extra)]]);
    context.setLineDash([]);
  }
}

/**
 * Paint the pinned digit: a thick ring with four ticks.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number[]} place
 * @param {Palette} colours
 */
export function paintPinned(context, place, colours) {
  const lines = /** @type {[number, string][]} */ ([
    [7, css(colours.paper)],
    [3.5, css(colours.ink)],
  ]);
  for (const line of lines) {
    paintRings(context, place, RING, [line]);
    context.beginPath();
    for (const [right, down] of WAYS) {
      context.moveTo(place[0] + RING * right, place[1] + RING * down);
      context.lineTo(place[0] + TICK * right, place[1] + TICK * down);
    }
    context.stroke();
  }
}

/**
 * Paint the digit that is pointed at: its dot made large, with a ring around it.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number[]} place
 * @param {Uint8Array} tint
 * @param {Palette} colours
 */
export function paintPointed(context, place, tint, colours) {
  context.beginPath();
  context.arc(place[0], place[1], 7, 0, 2 * Math.PI);
  context.fillStyle = css(tint);
  context.fill();
  paintRings(context, place, 8, [[5, css(colours.paper)]]);
  paintRings(context, place, 8.5, [[2.5, css(colours.ink)]]);
}
