// Space painted from back to front.

import { fitted } from "../shared/canvas.js";
import { css } from "../shared/colours.js";
import { corners, cross, dot, minus, turned } from "./space.js";

const FILL = 0.4; // of the canvas's shorter side for the farthest point
const POINT = 2.2;

/**
 * Paint the points behind the last plane, the planes, then the points before it.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {object} space
 * @param {import("./space.js").Point[]} space.points
 * @param {{ axes: import("./space.js").Plane, colour: import("../shared/colours.js").Rgb }[]} space.planes
 * @param {import("./space.js").View} space.view
 * @param {import("../shared/palette.js").Palette} space.colours
 */
export function paintSpace(canvas, { points, planes, view, colours }) {
  const { context, width, height } = fitted(canvas);
  const farthest = Math.max(...points.map((point) => Math.hypot(...point)));
  const scale = (view.closer * FILL * Math.min(width, height * 1.25)) / farthest;
  const place = (point) => {
    const [right, up] = turned(point, view);
    return [width / 2 + scale * right, height / 2 - scale * up];
  };
  const [centre, first, second] = planes.at(-1).axes;
  const normal = cross(first, second);
  const towards = Math.sign(turned(normal, view)[2]) || 1;
  const isBefore = (point) => dot(minus(point, centre), normal) * towards >= 0;
  const behind = points.filter((point) => !isBefore(point));
  paintPoints(context, behind.map(place), css(colours.ink, 0.5));
  for (const { axes, colour } of planes) paintPlane(context, corners(axes, points).map(place), colour);
  paintPoints(context, points.filter(isBefore).map(place), css(colours.ink, 0.9));
}

function paintPoints(context, places, fill) {
  context.fillStyle = fill;
  for (const [x, y] of places) {
    context.beginPath();
    context.arc(x, y, POINT, 0, 2 * Math.PI);
    context.fill();
  }
}

function paintPlane(context, places, colour) {
  context.beginPath();
  for (const [x, y] of places) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = css(colour, 0.26);
  context.strokeStyle = css(colour, 0.95);
  context.lineWidth = 2;
  context.fill();
  context.stroke();
}
