// Small pictures of ink and sketches of strokes.

import { make } from "../shared/dom.js";
import { paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { SIDE } from "../shared/picture.js";

const SKETCH = 224; // canvas pixels of a sketch's side
const BRUSH = 0.085; // of the side
const UNITS = 1000;
const ON_PAPER = { ofInk: Array.from({ length: 256 }, (_, ink) => [255 - ink, 255 - ink, 255 - ink]) };

/**
 * Make a picture with its caption.
 *
 * @param {import("./record.js").Picture} picture
 * @param {HTMLElement} place whose theme it takes
 * @param {boolean} [printed] black on white, whatever the theme
 */
export function pictureOf({ caption, ink }, place, printed = false) {
  const canvas = make("canvas", { width: SIDE, height: SIDE });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", caption);
  const bytes = Uint8Array.from(atob(ink), (letter) => letter.charCodeAt(0));
  paintInk(canvas, bytes, /** @type {any} */ (printed ? ON_PAPER : palette(place)));
  return make("figure", {}, canvas, make("figcaption", { textContent: caption }));
}

/**
 * Make a sketch with its caption.
 *
 * @param {number[][]} strokes
 * @param {string} caption
 * @param {HTMLElement} place whose theme it takes
 * @param {boolean} [printed]
 */
export function sketchOf(strokes, caption, place, printed = false) {
  const canvas = make("canvas", { width: SKETCH, height: SKETCH });
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", caption);
  const { paper, ink } = palette(place);
  paintStrokes(canvas, strokes, ...(printed ? ["#fff", "#000"] : [`rgb(${paper})`, `rgb(${ink})`]));
  return make("figure", {}, canvas, make("figcaption", { textContent: caption }));
}

/**
 * Paint strokes as the pad does: round and thick.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {number[][]} strokes
 * @param {string} [paper]
 * @param {string} [ink]
 */
export function paintStrokes(canvas, strokes, paper = "#fff", ink = "#000") {
  const context = canvas.getContext("2d");
  const scale = canvas.width / UNITS;
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  Object.assign(context, { strokeStyle: ink, lineCap: "round", lineJoin: "round", lineWidth: BRUSH * canvas.width });
  for (const stroke of strokes) {
    context.beginPath();
    context.moveTo(stroke[0] * scale, stroke[1] * scale);
    for (let at = 0; at + 1 < stroke.length; at += 2) context.lineTo(stroke[at] * scale, stroke[at + 1] * scale);
    context.stroke();
  }
}
