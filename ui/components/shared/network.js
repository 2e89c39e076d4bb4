// Decoders and encoders of fully connected layers, which run exactly in the browser.

/**
 * @typedef {object} Layer
 * @property {number} rows
 * @property {number} columns
 * @property {keyof typeof ACTIVATIONS} activation
 */

const ACTIVATIONS = {
  /** @param {number} x */
  none: (x) => x,
  /** @param {number} x */
  relu: (x) => Math.max(x, 0),
  /** @param {number} x */
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  /** @param {number} x */
  silu: (x) => x / (1 + Math.exp(-x)),
  /** @param {number} x */
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
};

/**
 * Widen float16 numbers to float32.
 *
 * @param {Uint8Array} bytes two for every number
 * @returns {Float32Array}
 */
export function widen(bytes) {
  const bits = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
  const { Float16Array: Half } = /** @type {any} */ (globalThis);
  return Half ? new Float32Array(new Half(bits.buffer, bits.byteOffset, bits.length)) : Float32Array.from(bits, wide);
}

/**
 * Read one float16 number, for browsers that cannot.
 *
 * @param {number} half its sixteen bits
 */
export function wide(half) {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 0x3ff;
  return exponent ? sign * 2 ** (exponent - 15) * (1 + fraction / 1024) : sign * 2 ** -24 * fraction;
}

/** A chain of fully connected layers; its result lies in a buffer that the next run writes over. */
export class Mlp {
  /**
   * @param {Layer[]} layers
   * @param {Uint8Array} weights float16, layer by layer, row by row
   * @param {Float32Array} biases layer by layer
   */
  constructor(layers, weights, biases) {
    const all = widen(weights);
    let [weightAt, biasAt] = [0, 0];
    this.layers = layers.map(({ rows, columns, activation }) => {
      const weight = all.subarray(weightAt, weightAt + rows * columns);
      const bias = biases.subarray(biasAt, biasAt + rows);
      weightAt += rows * columns;
      biasAt += rows;
      return { weight, bias, activate: ACTIVATIONS[activation], output: new Float32Array(rows) };
    });
  }

  /**
   * @param {Float32Array} input
   * @returns {Float32Array}
   */
  run(input) {
    return this.layers.reduce((values, { weight, bias, activate, output }) => {
      const columns = values.length;
      const whole = columns - (columns % 4);
      for (let row = 0, at = 0; row < output.length; row += 1, at += columns) {
        let a = bias[row]; // four sums, for each addition would wait for the one before it
        let b = 0;
        let c = 0;
        let d = 0;
        for (let column = 0; column < whole; column += 4) {
          a += weight[at + column] * values[column];
          b += weight[at + column + 1] * values[column + 1];
          c += weight[at + column + 2] * values[column + 2];
          d += weight[at + column + 3] * values[column + 3];
        }
        for (let column = whole; column < columns; column += 1) a += weight[at + column] * values[column];
        output[row] = activate(a + b + (c + d));
      }
      return output;
    }, input);
  }
}
