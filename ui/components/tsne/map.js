// The map: dots in the colours of their classes, always zoomed so that all of them are in view.

import { middlesOf, paintNames } from "../code_map/names.js";
import { paintRings } from "../shared/canvas.js";
import { CLASS_COLOURS, css } from "../shared/colours.js";
import { make } from "../shared/dom.js";
import { squareAround } from "./bounds.js";

const EDGE = 0.03; // of the side, left free around the dots
const LEAST_SIDE = 1e-12;
const REACH = 20; // CSS pixels within which a dot is pointed at
const MOST_STAMPS = 20; // sets of discs that are kept
const cut = new Map();

/**
 * Find the window that shows all places.
 *
 * @param {ArrayLike<number>} places x0, y0, x1, …
 * @returns {{ x: number, y: number, half: number }} its middle and half its side
 */
export function around(places) {
  const { x, y, side } = squareAround(places);
  return { x, y, half: Math.max(side, LEAST_SIDE) / 2 };
}

/**
 * What a map shows.
 *
 * @typedef {object} Picture
 * @property {Float32Array} places x0, y0, x1, …
 * @property {Uint8Array | null} labels classes; null for dots without one
 * @property {Set<number>} [hidden] classes
 * @property {string[]} [names] of the classes, written where most of each lie
 * @property {import("../shared/palette.js").Palette} colours
 */

/**
 * Paint a map on the whole canvas.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Picture} map
 * @param {number} [pointed] the dot that is pointed at
 */
export function paintMap(canvas, { places, labels, hidden, names, colours }, pointed = -1) {
  const density = window.devicePixelRatio || 1;
  const side = Math.round(canvas.clientWidth * density);
  if (!side) return;
  if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, side, side);
  const count = places.length / 2;
  const radius = Math.max(0.9 * density, (side / 560) * Math.max(1.1, Math.min(3.6, 110 / Math.sqrt(count))));
  const discs = stamps(radius, labels ? [...CLASS_COLOURS, css(colours.ink)] : [css(colours.accent)]);
  const { x, y, half } = around(places);
  const scale = (side * (1 - 2 * EDGE)) / (2 * half);
  const shift = discs[0].width / 2;
  const at = (index) => [side / 2 + (places[2 * index] - x) * scale, side / 2 - (places[2 * index + 1] - y) * scale];
  for (let index = 0; index < count; index += 1) {
    const label = labels ? labels[index] : 0;
    if (hidden?.has(label)) continue;
    const [left, top] = at(index);
    context.drawImage(discs[label], left - shift, top - shift);
  }
  if (labels && names) {
    const chart = { at: (across, up) => [side / 2 + (across - x) * scale, side / 2 - (up - y) * scale] };
    paintNames(context, chart, middlesOf(places, labels, names.length), names, hidden, colours, density);
  }
  if (pointed < 0) return;
  paintRings(context, at(pointed), 5 * density + radius, [
    [5 * density, css(colours.paper)],
    [2.5 * density, css(colours.ink)],
  ]);
}

/** One disc a colour, to be stamped wherever a dot of it lies: much faster than drawing circles. */
function stamps(radius, fills) {
  const key = [radius, ...fills].join();
  if (!cut.has(key)) {
    if (cut.size > MOST_STAMPS) cut.clear();
    cut.set(key, cutStamps(radius, fills));
  }
  return cut.get(key);
}

function cutStamps(radius, fills) {
  const side = 2 * Math.ceil(radius + 1);
  return fills.map((fillStyle) => {
    const disc = make("canvas", { width: side, height: side });
    const context = disc.getContext("2d");
    Object.assign(context, { fillStyle, globalAlpha: 0.85 });
    context.beginPath();
    context.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
    context.fill();
    return disc;
  });
}

/**
 * Find the visible dot nearest to a place on the canvas.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Picture} map
 * @param {number} left CSS pixels
 * @param {number} top
 * @returns {number} -1 where nothing is near
 */
export function dotAt(canvas, { places, labels, hidden }, left, top) {
  const side = canvas.clientWidth;
  const { x, y, half } = around(places);
  const scale = (side * (1 - 2 * EDGE)) / (2 * half);
  let [nearest, least] = [-1, REACH ** 2];
  for (let index = 0; index < places.length / 2; index += 1) {
    const dx = side / 2 + (places[2 * index] - x) * scale - left;
    const dy = side / 2 - (places[2 * index + 1] - y) * scale - top;
    const away = dx * dx + dy * dy;
    if (away < least && !(labels && hidden.has(labels[index]))) [nearest, least] = [index, away];
  }
  return nearest;
}
