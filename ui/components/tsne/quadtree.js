// A quad tree in flat arrays (Barnes and Hut 1986): seen from afar, many points count as one in their middle.

import { squareAround } from "./bounds.js";

const DEEPEST = 48; // points nearer than 2^-48 of the map's side share a leaf
const EMPTY = -1;

/** @typedef {Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>} Column */

export class QuadTree {
  /** @param {number} count of points */
  constructor(count) {
    this.count = count;
    this.path = new Int32Array(5 * DEEPEST + 8);
    this.cells = this.used = this.length = 0;
    this.children = new Int32Array(0);
    this.point = new Int32Array(0);
    this.sumX = this.sumY = this.mass = this.side = new Float64Array(0);
    // The same cells in the order in which they are walked through: `skip` leads past all that lies within a cell.
    this.x = this.y = this.weight = this.size = new Float64Array(0);
    this.skip = new Int32Array(0);
    this.reserve(4 * count + 64);
  }

  /** Make room for that many cells; a tree of points that lie very unevenly needs more than usual. */
  reserve(cells) {
    this.cells = cells;
    this.children = grown(this.children, new Int32Array(4 * cells));
    this.point = grown(this.point, new Int32Array(cells));
    this.sumX = grown(this.sumX, new Float64Array(cells));
    this.sumY = grown(this.sumY, new Float64Array(cells));
    this.mass = grown(this.mass, new Float64Array(cells));
    this.side = grown(this.side, new Float64Array(cells));
    for (const name of ["x", "y", "weight", "size"]) this[name] = new Float64Array(cells);
    this.skip = new Int32Array(cells);
  }

  /**
   * Sort points in.
   *
   * @param {ArrayLike<number>} places x0, y0, x1, …
   */
  build(places) {
    const { x, y, side } = squareAround(places);
    this.used = 0;
    this.cell(side * 1.0001 + 1e-12);
    for (let index = 0; index < this.count; index += 1) this.insert(places, index, x, y);
    this.flatten();
  }

  cell(side) {
    if (this.used === this.cells) this.reserve(2 * this.cells);
    const cell = this.used;
    this.used += 1;
    this.children.fill(EMPTY, 4 * cell, 4 * cell + 4);
    this.point[cell] = EMPTY;
    this.sumX[cell] = this.sumY[cell] = this.mass[cell] = 0;
    this.side[cell] = side;
    return cell;
  }

  insert(places, index, middleX, middleY) {
    const [x, y] = [places[2 * index], places[2 * index + 1]];
    let [cell, depth] = [0, 0];
    for (;;) {
      const mass = this.mass[cell];
      const occupant = this.point[cell];
      this.mass[cell] = mass + 1;
      this.sumX[cell] += x;
      this.sumY[cell] += y;
      if (mass === 0) {
        this.point[cell] = index;
        return;
      }
      if (depth === DEEPEST) return;
      const half = this.side[cell] / 2;
      if (occupant !== EMPTY) this.moveDown(places, cell, occupant, mass, middleX, middleY);
      const quarter = (x > middleX ? 1 : 0) + (y > middleY ? 2 : 0);
      middleX += x > middleX ? half / 2 : -half / 2;
      middleY += y > middleY ? half / 2 : -half / 2;
      let child = this.children[4 * cell + quarter];
      if (child === EMPTY) {
        child = this.cell(half);
        this.children[4 * cell + quarter] = child;
      }
      cell = child;
      depth += 1;
    }
  }

  /** A leaf becomes a cell with children: its one point moves into one of them. */
  moveDown(places, cell, occupant, mass, middleX, middleY) {
    const [x, y] = [places[2 * occupant], places[2 * occupant + 1]];
    const child = this.cell(this.side[cell] / 2);
    this.children[4 * cell + (x > middleX ? 1 : 0) + (y > middleY ? 2 : 0)] = child;
    this.point[child] = occupant;
    this.mass[child] = mass;
    this.sumX[child] = x;
    this.sumY[child] = y;
    this.point[cell] = EMPTY;
  }

  /** Lay the cells out in the order of a walk from the root, children right behind their parent. */
  flatten() {
    const { children, path } = this;
    let [at, waiting] = [0, 1];
    path[0] = 0;
    while (waiting > 0) {
      waiting -= 1;
      const cell = path[waiting];
      if (cell < 0) {
        this.skip[~cell] = at; // all that lies within this cell has been laid out
        continue;
      }
      const mass = this.mass[cell];
      this.x[at] = this.sumX[cell] / mass;
      this.y[at] = this.sumY[cell] / mass;
      this.weight[at] = mass;
      const leaf = this.point[cell] !== EMPTY;
      this.size[at] = leaf ? -1 : this.side[cell] ** 2;
      if (leaf) this.skip[at] = at + 1;
      else {
        path[waiting] = ~at;
        waiting += 1;
        for (let quarter = 3; quarter >= 0; quarter -= 1) {
          const child = children[4 * cell + quarter];
          if (child === EMPTY) continue;
          path[waiting] = child;
          waiting += 1;
        }
      }
      at += 1;
    }
    this.length = at;
  }

  /**
   * Add up how all points push each other apart, with q = 1 / (1 + |y_i − y_j|²).
   *
   * @param {ArrayLike<number>} places x0, y0, x1, …
   * @param {number} theta a cell that looks smaller than this counts as one point
   * @param {Float64Array} forces becomes the sum of q² (y_i − y_j) of every point
   * @returns {number} the sum of all q
   */
  repel(places, theta, forces) {
    const { x, y, weight, size, skip, length } = this;
    const closeness = 1 / (theta * theta);
    let total = 0;
    for (let index = 0; index < this.count; index += 1) {
      const [ownX, ownY] = [places[2 * index], places[2 * index + 1]];
      let [pushX, pushY] = [0, 0];
      for (let at = 0; at < length; ) {
        const dx = ownX - x[at];
        const dy = ownY - y[at];
        const square = dx * dx + dy * dy;
        if (size[at] * closeness < square) {
          const q = 1 / (1 + square);
          const share = weight[at] * q;
          total += share;
          pushX += share * q * dx;
          pushY += share * q * dy;
          at = skip[at];
        } else at += 1;
      }
      forces[2 * index] = pushX;
      forces[2 * index + 1] = pushY;
    }
    return total - this.count; // every point met itself once
  }
}

/**
 * @template {Column} Kind
 * @param {Kind} old
 * @param {Kind} larger
 * @returns {Kind} the larger one, with what was in the old
 */
function grown(old, larger) {
  larger.set(old);
  return larger;
}
