// How much of each pixel a scribble covers, as `aemodels.corruption.strokes` has it.

import { clamp } from "../shared/numbers.js";
import { STROKE_UNITS } from "../shared/pen.js";
import { PIXELS, SIDE } from "../shared/picture.js";

/**
 * Rasterise strokes by every pixel's distance from them.
 *
 * @param {import("../shared/pen.js").Stroke[]} strokes
 * @param {number} pen half the width of its line, in pixels
 * @returns {Float32Array} 1 under the pen, 0 away from it, in between at the edge
 */
export function coverage(strokes, pen) {
  const nearest = new Float64Array(PIXELS).fill(Infinity);
  for (const stroke of strokes) {
    const points = stroke.map((value) => (value * SIDE) / STROKE_UNITS);
    for (let at = 0; at === 0 || at + 3 < points.length; at += 2) {
      const [x0, y0, x1 = x0, y1 = y0] = points.slice(at, at + 4);
      for (let pixel = 0; pixel < PIXELS; pixel += 1) {
        const distance = fromLine((pixel % SIDE) + 0.5 - x0, Math.floor(pixel / SIDE) + 0.5 - y0, x1 - x0, y1 - y0);
        if (distance < nearest[pixel]) nearest[pixel] = distance;
      }
    }
  }
  return Float32Array.from(nearest, (distance) => clamp(pen + 0.5 - distance, 0, 1));
}

/** Distance of the point (x, y) from the line from the origin to (dx, dy). */
function fromLine(x, y, dx, dy) {
  const share = clamp((x * dx + y * dy) / Math.max(dx * dx + dy * dy, 1e-12), 0, 1);
  return Math.hypot(x - share * dx, y - share * dy);
}
