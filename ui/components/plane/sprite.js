// A decoder that the browser cannot run exactly, blended from pictures on a grid.

import { PIXELS } from "../shared/picture.js";

/** Pictures decoded on a grid over the plane, blended between their four neighbours. */
export class Sprite {
  /**
   * @param {Uint8Array} pictures row by row; the first row is the lowest
   * @param {{ side: number, low: number[], high: number[] }} grid pictures a row, and the centres of its corners
   */
  constructor(pictures, { side, low, high }) {
    this.pictures = pictures;
    this.side = side;
    this.low = low;
    this.high = high;
    this.output = new Float32Array(PIXELS);
  }

  /** @param {ArrayLike<number>} z */
  run(z) {
    const { pictures, side, output } = this;
    const [x, y] = [0, 1].map((axis) => {
      const place = ((z[axis] - this.low[axis]) / (this.high[axis] - this.low[axis])) * (side - 1);
      return Math.min(side - 1, Math.max(0, place));
    });
    const [left, bottom] = [x, y].map((value) => Math.min(side - 2, Math.floor(value)));
    const [right, top] = [x - left, y - bottom];
    const at = (bottom * side + left) * PIXELS;
    const above = at + side * PIXELS;
    for (let pixel = 0; pixel < PIXELS; pixel += 1) {
      const low = pictures[at + pixel] * (1 - right) + pictures[at + PIXELS + pixel] * right;
      const high = pictures[above + pixel] * (1 - right) + pictures[above + PIXELS + pixel] * right;
      output[pixel] = (low * (1 - top) + high * top) / 255;
    }
    return output;
  }
}
