// Weights that learn: their values, and the gradient of the loss with respect to each.

/** @typedef {Float32ArrayConstructor | Float64ArrayConstructor} Real single precision in the page; double in tests */

export class Parameter {
  /**
   * @param {number[]} shape
   * @param {Real} Real
   */
  constructor(shape, Real) {
    this.shape = shape;
    const count = shape.reduce((product, size) => product * size, 1);
    this.value = new Real(count);
    this.gradient = new Real(count);
  }

  /**
   * Draw weights evenly between two bounds, as Glorot and Bengio (2010) choose them.
   *
   * @param {import("../dice.js").Dice} dice
   * @param {number} given numbers that lead to one result
   * @param {number} made results to which one number leads
   */
  draw(dice, given, made) {
    const bound = Math.sqrt(6 / (given + made));
    for (let at = 0; at < this.value.length; at += 1) this.value[at] = bound * (2 * dice.uniform() - 1);
  }

  /** Length of the gradient. */
  get norm() {
    let sum = 0;
    for (let at = 0; at < this.gradient.length; at += 1) sum += this.gradient[at] ** 2;
    return Math.sqrt(sum);
  }
}

/**
 * A buffer that is made anew only if it has to be larger, cut to the size that is asked for.
 *
 * @param {Real} Real
 * @returns {(size: number) => any}
 */
export function buffer(Real) {
  let kept = new Real(0);
  return (size) => {
    if (kept.length < size) kept = new Real(size);
    return kept.length === size ? kept : kept.subarray(0, size);
  };
}

/**
 * Turn a matrix over: rows become columns.
 *
 * @param {ArrayLike<number>} values (rows, columns)
 * @param {number} rows
 * @param {number} columns
 * @param {any} out takes (columns, rows)
 */
export function flip(values, rows, columns, out) {
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0, at = row * columns; column < columns; column += 1, at += 1)
      out[column * rows + row] = values[at];
  }
  return out;
}

/**
 * Add one array to another.
 *
 * @param {any} sums
 * @param {ArrayLike<number>} values
 */
export function add(sums, values) {
  for (let at = 0; at < values.length; at += 1) sums[at] += values[at];
}
