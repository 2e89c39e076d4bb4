// Strokes as smooth curves.

import { STROKE_UNITS } from "../shared/pen.js";

/** @typedef {import("../shared/pen.js").Stroke} Stroke */

const BRUSH = 0.085; // of the side, like the strokes of MNIST

/**
 * Draw strokes on a canvas as wide as it is, in its own colour.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Stroke[]} strokes
 */
export function drawStrokes(canvas, strokes) {
  const side = Math.round(canvas.clientWidth * devicePixelRatio);
  if (!side) return;
  if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, side, side);
  context.strokeStyle = context.fillStyle = getComputedStyle(canvas).color;
  context.lineWidth = BRUSH * side;
  context.lineCap = context.lineJoin = "round";
  for (const stroke of strokes) drawStroke(context, stroke, side / STROKE_UNITS);
}

/** A smooth curve through the middles between neighbouring points; a dot for a tap. */
function drawStroke(context, stroke, scale) {
  const at = (index) => stroke[index] * scale;
  context.beginPath();
  if (stroke.length === 2) {
    context.arc(at(0), at(1), context.lineWidth / 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.moveTo(at(0), at(1));
  for (let index = 2; index + 3 < stroke.length; index += 2) {
    const middleX = (at(index) + at(index + 2)) / 2;
    const middleY = (at(index + 1) + at(index + 3)) / 2;
    context.quadraticCurveTo(at(index), at(index + 1), middleX, middleY);
  }
  context.lineTo(at(stroke.length - 2), at(stroke.length - 1));
  context.stroke();
}

/**
 * Give what has been drawn after so many points.
 *
 * @param {Stroke[]} strokes
 * @param {number} count
 * @returns {Stroke[]}
 */
export function firstPoints(strokes, count) {
  const begun = [];
  let left = count;
  for (const stroke of strokes) {
    if (left <= 0) break;
    begun.push(stroke.slice(0, 2 * left));
    left -= stroke.length / 2;
  }
  return begun;
}
