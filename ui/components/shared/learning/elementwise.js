// Layers without weights: functions of every number by itself, and the largest number of every window.

import { buffer } from "./parameter.js";

const [SCALE, ALPHA] = [1.0507009873554805, 1.6732632423543772];
const logistic = (x) => 1 / (1 + Math.exp(-x));

/** What each function makes of x; and its derivative, from x and what it made. */
const FUNCTIONS = {
  linear: { of: (x) => x, slope: () => 1 },
  relu: { of: (x) => Math.max(x, 0), slope: (x) => (x > 0 ? 1 : 0) },
  selu: {
    of: (x) => SCALE * (x > 0 ? x : ALPHA * Math.expm1(x)),
    slope: (x, y) => (x > 0 ? SCALE : y + SCALE * ALPHA),
  },
  silu: {
    of: (x) => x * logistic(x),
    slope: (x, y) => y + logistic(x) * (1 - y),
  },
  sigmoid: { of: logistic, slope: (_x, y) => y * (1 - y) },
  tanh: { of: Math.tanh, slope: (_x, y) => 1 - y * y },
};

export class Activation {
  /**
   * @param {{ function: keyof typeof FUNCTIONS }} layer
   * @param {import("./parameter.js").Real} Real
   */
  constructor({ function: name }, Real) {
    this.rule = FUNCTIONS[name];
    this.parameters = {};
    this.made = buffer(Real);
    this.sloped = buffer(Real);
  }

  draw() {}

  forward(x) {
    const { of } = this.rule;
    const y = this.made(x.length);
    for (let at = 0; at < y.length; at += 1) y[at] = of(x[at]);
    this.x = x;
    this.y = y;
    return y;
  }

  backward(slope) {
    const out = this.sloped(slope.length);
    const { x, y, rule } = this;
    for (let at = 0; at < out.length; at += 1) out[at] = slope[at] * rule.slope(x[at], y[at]);
    return out;
  }
}

/** The largest number of every window; no window reaches beyond the edge. */
export class Pooling {
  /**
   * @param {import("../network/convolution.js").Windowed} layer
   * @param {import("./parameter.js").Real} Real
   */
  constructor({ given, made, kernel, stride }, Real) {
    this.given = given;
    this.made = made;
    this.kernel = kernel;
    this.stride = stride;
    this.parameters = {};
    this.out = buffer(Real);
    this.sloped = buffer(Real);
    this.from = buffer(/** @type {any} */ (Int32Array));
  }

  draw() {}

  forward(x, count) {
    const [channels, tall, wide] = this.made;
    const [, height, width] = this.given;
    const y = this.out(count * channels * tall * wide);
    this.chosen = this.from(y.length);
    for (let at = 0; at < y.length; at += 1) {
      const channel = Math.floor(at / (tall * wide)); // of any picture
      const top = (Math.floor(at / wide) % tall) * this.stride[0];
      const first = (channel * height + top) * width + (at % wide) * this.stride[1];
      let largest = first;
      for (let row = 0; row < this.kernel[0]; row += 1) {
        for (let cell = first + row * width; cell < first + row * width + this.kernel[1]; cell += 1) {
          if (x[cell] > x[largest]) largest = cell;
        }
      }
      y[at] = x[largest];
      this.chosen[at] = largest;
    }
    this.size = x.length;
    return y;
  }

  backward(slope) {
    const out = this.sloped(this.size).fill(0);
    for (let at = 0; at < slope.length; at += 1) out[this.chosen[at]] += slope[at];
    return out;
  }
}

/** Another shape of the same numbers. */
export class Reshape {
  constructor() {
    this.parameters = {};
  }

  draw() {}

  forward(x) {
    return x;
  }

  backward(slope) {
    return slope;
  }
}
