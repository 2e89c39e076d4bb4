// Fully connected layers that learn. All three products are products of rows with rows, of matrices that are turned over
// where need be: that costs a hundredth of the product.

import { products } from "../network/products.js";
import { add, buffer, flip, Parameter } from "./parameter.js";

/** y = x Wᵀ + b, weight (rows, columns). */
export class Dense {
  /**
   * @param {{ rows: number, columns: number }} layer
   * @param {import("./parameter.js").Real} Real
   */
  constructor({ rows, columns }, Real) {
    this.rows = rows;
    this.columns = columns;
    this.weight = new Parameter([rows, columns], Real);
    this.bias = new Parameter([rows], Real);
    this.parameters = { weight: this.weight, bias: this.bias };
    this.made = buffer(Real);
    this.back = new Back(Real);
  }

  /** @param {import("../dice.js").Dice} dice */
  draw(dice) {
    this.weight.draw(dice, this.columns, this.rows);
  }

  /**
   * @param {any} x (count, columns)
   * @param {number} count
   * @returns {any} (count, rows), in a buffer that the next call writes over
   */
  forward(x, count) {
    this.x = x;
    const y = this.made(count * this.rows);
    products(x, this.weight.value, this.columns, y);
    return shifted(y, this.bias.value);
  }

  /**
   * Add to the gradients of the weights, and give that of the input.
   *
   * @param {any} slope gradient of the result, (count, rows)
   * @param {number} count
   * @param {boolean} [further] whether the gradient of the input is wanted
   * @returns {any} (count, columns)
   */
  backward(slope, count, further = true) {
    this.back.weight(this.weight.gradient, slope, this.x, count, this.rows, this.columns);
    sumRows(this.bias.gradient, slope);
    return further ? this.back.input(slope, this.weight.value, count, this.rows, this.columns) : null;
  }
}

/** y = x W + b, with the first rows of the weights of a `Dense` that goes the other way. */
export class Tied {
  /**
   * @param {{ rows: number, columns: number }} layer what it makes and takes
   * @param {Dense} partner
   * @param {import("./parameter.js").Real} Real
   */
  constructor({ rows, columns }, partner, Real) {
    this.rows = rows;
    this.columns = columns;
    this.shared = partner.weight;
    this.bias = new Parameter([rows], Real);
    this.parameters = { bias: this.bias };
    this.made = buffer(Real);
    this.turned = buffer(Real);
    this.back = new Back(Real);
    this.sloped = buffer(Real);
  }

  draw() {}

  /** The shared weights (columns, rows): those of the code's means come first in a variational encoder. */
  get weight() {
    return this.shared.value.subarray(0, this.rows * this.columns);
  }

  /** As in `Dense`. */
  forward(x, count) {
    this.x = x;
    const y = this.made(count * this.rows);
    products(x, flip(this.weight, this.columns, this.rows, this.turned(this.rows * this.columns)), this.columns, y);
    return shifted(y, this.bias.value);
  }

  /** As in `Dense`. */
  backward(slope, count) {
    const gradient = this.shared.gradient.subarray(0, this.rows * this.columns);
    this.back.weight(gradient, this.x, slope, count, this.columns, this.rows);
    sumRows(this.bias.gradient, slope);
    const given = this.sloped(count * this.columns);
    products(slope, this.weight, this.rows, given);
    return given;
  }
}

/** The two products of the way back, in buffers of their own. */
export class Back {
  /** @param {import("./parameter.js").Real} Real */
  constructor(Real) {
    this.one = buffer(Real);
    this.other = buffer(Real);
    this.product = buffer(Real);
    this.turned = buffer(Real);
    this.given = buffer(Real);
  }

  /** Add slopeᵀ x to a gradient (rows, columns); slope (count, rows), x (count, columns). */
  weight(gradient, slope, x, count, rows, columns) {
    const product = this.product(rows * columns);
    products(
      flip(slope, count, rows, this.one(count * rows)),
      flip(x, count, columns, this.other(count * columns)),
      count,
      product,
    );
    add(gradient, product);
  }

  /** Give slope W, (count, columns). */
  input(slope, weight, count, rows, columns) {
    const out = this.given(count * columns);
    products(slope, flip(weight, rows, columns, this.turned(rows * columns)), rows, out);
    return out;
  }
}

function shifted(y, bias) {
  for (let at = 0; at < y.length; ) {
    for (let unit = 0; unit < bias.length; unit += 1, at += 1) y[at] += bias[unit];
  }
  return y;
}

function sumRows(sums, rows) {
  for (let at = 0; at < rows.length; ) {
    for (let unit = 0; unit < sums.length; unit += 1, at += 1) sums[unit] += rows[at];
  }
}
