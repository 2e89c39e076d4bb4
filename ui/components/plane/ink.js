// Strokes of the pad → a model's input, without the server.

import { make } from "../shared/dom.js";
import { STROKE_UNITS } from "../shared/pen.js";
import { normalised } from "./normalisation.js";

const DRAWN = 112; // pixels of the drawing, a side
const BRUSH = 0.085; // of the side
/** @type {HTMLCanvasElement} */
let paper;

/**
 * Give the 28 x 28 ink of strokes. A canvas paints them a little differently than Pillow does, so that the centre of mass
 * may be rounded to the neighbouring pixel.
 *
 * @param {import("../shared/pen.js").Stroke[]} strokes
 * @returns {Float32Array | null} null where there is none
 */
export function inkOf(strokes) {
  return normalised(rasterised(strokes), DRAWN, DRAWN);
}

function rasterised(strokes) {
  paper ??= make("canvas", { width: DRAWN, height: DRAWN });
  const context = paper.getContext("2d", { willReadFrequently: true });
  const scale = DRAWN / STROKE_UNITS;
  context.clearRect(0, 0, DRAWN, DRAWN);
  context.lineWidth = BRUSH * DRAWN;
  context.lineCap = context.lineJoin = "round";
  for (const stroke of strokes) {
    context.beginPath();
    for (let at = 0; at < stroke.length; at += 2) context.lineTo(stroke[at] * scale, stroke[at + 1] * scale);
    if (stroke.length === 2) context.lineTo(stroke[0] * scale, stroke[1] * scale);
    context.stroke();
  }
  const { data } = context.getImageData(0, 0, DRAWN, DRAWN);
  return Float32Array.from({ length: DRAWN * DRAWN }, (_, index) => data[4 * index + 3] / 255);
}
