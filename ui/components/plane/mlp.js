// Decoders and encoders in the browser: fully connected layers run exactly, anything else is blended from pictures.

const PIXELS = 784;

const ACTIVATIONS = {
  none: (x) => x,
  relu: (x) => (x > 0 ? x : 0),
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  silu: (x) => x / (1 + Math.exp(-x)),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
};

/** Widen float16 numbers, given as bytes, to float32. */
function widen(bytes) {
  const bits = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
  if (globalThis.Float16Array) return new Float32Array(new Float16Array(bits.buffer, bits.byteOffset, bits.length));
  return Float32Array.from(bits, (half) => {
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 31;
    const fraction = half & 0x3ff;
    return exponent ? sign * 2 ** (exponent - 15) * (1 + fraction / 1024) : sign * 2 ** -24 * fraction;
  });
}

/** A chain of fully connected layers; its result lies in a buffer that the next run writes over. */
class Mlp {
  /** `layers`: [{ rows, columns, activation }]; `weights`: float16 bytes; `biases`: float32, both layer by layer. */
  constructor(layers, weights, biases) {
    const wide = widen(weights);
    let weightAt = 0;
    let biasAt = 0;
    this.layers = layers.map(({ rows, columns, activation }) => ({
      weight: wide.subarray(weightAt, (weightAt += rows * columns)),
      bias: biases.subarray(biasAt, (biasAt += rows)),
      activate: ACTIVATIONS[activation],
      output: new Float32Array(rows),
    }));
  }

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

/** Pictures decoded on a grid over the plane, blended between their four neighbours. */
class Sprite {
  /** `side`: pictures a row; the first row is the lowest; `window`: { low, high } corners, their centres. */
  constructor(pictures, side, { low, high }) {
    Object.assign(this, { pictures, side, low, high, output: new Float32Array(PIXELS) });
  }

  run(z) {
    const { pictures, side, low, high, output } = this;
    const [x, y] = [0, 1].map((axis) => {
      const place = ((z[axis] - low[axis]) / (high[axis] - low[axis])) * (side - 1);
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

/** What components of this page know of models, by name: { decode, encode, exact, codes, labels }. */
function knownModels() {
  globalThis.latentModels ??= new Map();
  return globalThis.latentModels;
}

/** Keep one half of a model that came in a message, and tell the page. */
function keepHalf({ name, half, layers, sprite, digest }, arrays) {
  const models = knownModels();
  const before = models.get(name);
  const model = before?.digest === digest ? before : { digest };
  const network = sprite ? new Sprite(arrays.pictures, sprite.side, sprite) : new Mlp(layers, arrays.weights, arrays.biases);
  if (half === "decoder") {
    Object.assign(model, { exact: !sprite, codes: arrays.codes, labels: arrays.labels });
    const point = new Float32Array(2);
    model.decode = (z) => {
      point.set(z);
      return network.run(point);
    };
  } else model.encode = (pixels) => network.run(pixels);
  models.set(name, model);
  document.dispatchEvent(new CustomEvent("latent-model", { detail: name }));
}
