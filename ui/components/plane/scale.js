// The window on the plane: which codes it shows, and where.

/** @typedef {{ x: number, y: number, half: number }} View the middle of a square window and half its side, in z */

/** Turns codes into places on a square and back. */
export class Scale {
  /**
   * @param {View} view
   * @param {number} side of the square, in CSS pixels
   */
  constructor(view, side) {
    this.view = view;
    this.side = side;
    this.perUnit = side / (2 * view.half);
  }

  /** @param {number} z1 */
  x(z1) {
    return this.side / 2 + (z1 - this.view.x) * this.perUnit;
  }

  /** @param {number} z2 */
  y(z2) {
    return this.side / 2 - (z2 - this.view.y) * this.perUnit;
  }

  /**
   * @param {number[]} code
   * @returns {number[]} its place
   */
  at([z1, z2]) {
    return [this.x(z1), this.y(z2)];
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {number[]} the code that lies there
   */
  back(x, y) {
    return [this.view.x + (x - this.side / 2) / this.perUnit, this.view.y - (y - this.side / 2) / this.perUnit];
  }
}

/** @param {number[]} point */
export function rounded(point) {
  return point.map((value) => Math.round(value * 1000) / 1000);
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
export function same(one, other) {
  return one.every((value, axis) => value === other[axis]);
}
