// How far points spread, and how they are brought into [-1, 1].

const OUTLIERS = 0.003; // share of the points that may lie outside the whole view, at every side
const NARROWEST = 0.05; // of the longer side

/** The middle of points and half the length of both their sides. */
export class Spread {
  /**
   * @param {Float32Array} points row by row
   * @param {number} columns numbers a point; the first two count
   */
  constructor(points, columns) {
    const [xs, ys] = [axisOf(points, columns, 0), axisOf(points, columns, 1)];
    this.x = xs.middle;
    this.y = ys.middle;
    this.half = Math.max(xs.half, ys.half, 1e-9);
    /** Both half sides, the longer one 1. */
    this.sides = [xs, ys].map(({ half }) => Math.max(half / this.half, NARROWEST));
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {number[]} in map units
   */
  inside(x, y) {
    return [(x - this.x) / this.half, (y - this.y) / this.half];
  }

  /**
   * @param {Float32Array} points row by row
   * @param {number} columns numbers a point
   * @returns {Float32Array} all of them in map units, x0, y0, x1, …
   */
  all(points, columns) {
    const count = points.length / columns;
    const places = new Float32Array(2 * count);
    for (let index = 0; index < count; index += 1) {
      places.set(this.inside(points[columns * index], points[columns * index + 1]), 2 * index);
    }
    return places;
  }
}

/** Where nearly all of an axis lies: its middle and half its length. */
function axisOf(points, columns, axis) {
  const values = points.filter((_, index) => index % columns === axis).sort();
  const cut = Math.floor(OUTLIERS * values.length);
  const [low, high] = [values[cut], values[values.length - 1 - cut]];
  return { middle: (low + high) / 2, half: (high - low) / 2 };
}
