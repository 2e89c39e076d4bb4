// Strokes as pixels, by every pixel's distance from them, as `ui.components.pad.picture_of` has it.

import { clamp } from "../numbers.js";
import { STROKE_UNITS } from "../pen.js";

export const DRAWN = 112; // pixels of the drawing, a side
const RADIUS = (0.085 * DRAWN) / 2; // of the brush
const REACH = RADIUS + 0.5;

/** Strokes that grow: what has been measured of them once is kept. */
export class Raster {
  constructor() {
    /** @type {import("../pen.js").Stroke[]} */
    this.strokes = [];
    this.squares = new Float64Array(DRAWN * DRAWN).fill(Infinity);
  }

  /**
   * Rasterise strokes.
   *
   * @param {import("../pen.js").Stroke[]} strokes
   * @returns {Float32Array} 112 x 112, 1 under the brush, 0 away from it, in between at the edge
   */
  of(strokes) {
    if (!this.goesOn(strokes)) {
      this.strokes = [];
      this.squares.fill(Infinity);
    }
    const scale = DRAWN / STROKE_UNITS;
    for (const [index, stroke] of strokes.entries()) {
      const known = this.strokes[index]?.length ?? 0;
      for (let at = Math.max(0, known - 2); at === 0 || at + 3 < stroke.length; at += 2) {
        const [x0, y0, x1 = x0, y1 = y0] = stroke.slice(at, at + 4);
        measure(this.squares, x0 * scale, y0 * scale, x1 * scale, y1 * scale);
      }
    }
    this.strokes = strokes.map((stroke) => [...stroke]); // theirs may grow in place
    const ink = new Float32Array(DRAWN * DRAWN);
    for (let pixel = 0; pixel < ink.length; pixel += 1) {
      if (this.squares[pixel] < REACH * REACH) ink[pixel] = Math.min(1, REACH - Math.sqrt(this.squares[pixel]));
    }
    return ink;
  }

  /** Whether what was measured is the beginning of these strokes. */
  goesOn(strokes) {
    return this.strokes.every((stroke, index) => stroke.every((value, at) => strokes[index]?.[at] === value));
  }
}

/** Bring the squared distances of the pixels near a line up to date. */
function measure(squares, x0, y0, x1, y1) {
  const [along, down] = [x1 - x0, y1 - y0];
  const length = Math.max(along * along + down * down, 1e-12);
  const first = (value) => Math.max(0, Math.floor(value - REACH - 0.5));
  const beyond = (value) => Math.min(DRAWN, Math.ceil(value + REACH + 0.5));
  const [left, right] = [first(Math.min(x0, x1)), beyond(Math.max(x0, x1))];
  const [top, bottom] = [first(Math.min(y0, y1)), beyond(Math.max(y0, y1))];
  for (let row = top; row < bottom; row += 1) {
    const y = row + 0.5 - y0;
    for (let column = left; column < right; column += 1) {
      const x = column + 0.5 - x0;
      const share = clamp((x * along + y * down) / length, 0, 1);
      const square = (x - share * along) ** 2 + (y - share * down) ** 2;
      if (square < squares[row * DRAWN + column]) squares[row * DRAWN + column] = square;
    }
  }
}
