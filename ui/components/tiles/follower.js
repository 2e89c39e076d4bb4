// What a tile shows of a model's work while a hand draws.

import { clamp } from "../shared/numbers.js";
import { paintError, paintInk } from "../shared/paint.js";
import { errorBytes, inkBytes, PIXELS, pictureAt } from "../shared/picture.js";

/**
 * @typedef {import("../shared/rebuilding/engine.js").Rebuilt} Rebuilt
 *
 * @typedef {object} Facts
 * @property {keyof typeof SIGNED | keyof typeof PLAIN | "map"} shows
 * @property {number} place of its unit or map
 * @property {string} following
 * @property {number[]} picture its height and width
 */

const LEAST = 1e-6; // of a scale

/** @type {Record<string, (rebuilt: Rebuilt) => Float32Array>} pictures of ink */
const PLAIN = {
  result: ({ picture }) => picture,
  given: ({ ink }) => ink,
  clean: ({ clean }) => clean,
  without: ({ more }) => pictureAt(more.units, 0),
};

/** @type {Record<string, (rebuilt: Rebuilt, place: number) => Uint8Array>} differences */
const SIGNED = {
  wrong: ({ picture, clean }) => errorBytes(picture, clean),
  taken: ({ picture, ink }) => errorBytes(picture, ink),
  lost: ({ picture, more }) => differenceBytes(pictureAt(more.units, 0), picture, 1),
  alone: ({ picture, more }, place) =>
    differenceBytes(picture, pictureAt(more.units, 1 + place), strongest(picture, more.units)),
};

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Rebuilt} rebuilt
 * @param {Facts} facts
 * @param {import("../shared/palette.js").Palette} colours
 */
export function paintFollower(canvas, rebuilt, { shows, place, picture: [height, width] }, colours) {
  if (shows === "map") paintInk(canvas, mapBytes(rebuilt.more.maps, place, height * width), colours, height, width);
  else if (shows in SIGNED) paintError(canvas, SIGNED[shows](rebuilt, place), colours);
  else paintInk(canvas, inkBytes(PLAIN[shows](rebuilt)), colours);
}

/**
 * @param {Facts} facts
 * @param {Rebuilt} rebuilt
 * @returns {string} what is written below the tile
 */
export function figures({ following, shows }, { code, clean, error, more }) {
  const own = shows === "without" ? errorOf(pictureAt(more.units, 0), clean) : error;
  const words = {
    error: () => own.toFixed(4),
    psnr: () => (-10 * Math.log10(own)).toFixed(1),
    code: (unit) => code[unit].toFixed(2),
  };
  return following.replace(/\{(\w+):?(\d*)\}/g, (_, name, unit) => words[name](Number(unit)));
}

function errorOf(picture, clean) {
  return picture.reduce((sum, value, pixel) => sum + (value - clean[pixel]) ** 2, 0) / picture.length;
}

function differenceBytes(picture, other, scale) {
  return Uint8Array.from(picture, (value, at) => Math.round(128 + 127 * clamp((value - other[at]) / scale, -1, 1)));
}

/** @type {WeakMap<Float32Array, number>} by frames */
const largest = new WeakMap();

/** The most that any unit by itself adds to a pixel. */
function strongest(/** @type {Float32Array} */ picture, /** @type {Float32Array} */ frames) {
  if (!largest.has(frames)) {
    let most = LEAST;
    for (let at = PIXELS; at < frames.length; at += 1) {
      most = Math.max(most, Math.abs(picture[at % PIXELS] - frames[at]));
    }
    largest.set(frames, most);
  }
  return largest.get(frames);
}

/** A map in a scale of its own. */
function mapBytes(/** @type {Float32Array} */ maps, /** @type {number} */ start, /** @type {number} */ length) {
  const map = maps.subarray(start, start + length);
  const [low, high] = [Math.min(...map), Math.max(...map)];
  return Uint8Array.from(map, (value) => Math.round((255 * (value - low)) / Math.max(high - low, LEAST)));
}
