// What is shown of a network while it learns.

import { PIXELS } from "../picture.js";
import { along, directions, spread } from "./pca.js";

const MOST_FILTERS = 32;
const SAME = 1e-3; // range of a unit over all pictures below which it tells nothing
const INACTIVE = 0.01; // variance of a posterior mean, as in `aemodels.latent.dimensions`

/**
 * Bytes of ink of what a decoder makes.
 *
 * @param {ArrayLike<number>} results logits, or pictures where the output is linear
 * @param {boolean} linear
 * @returns {Uint8Array}
 */
export function inkBytes(results, linear) {
  return Uint8Array.from(results, (result) => {
    const shown = linear ? result : 1 / (1 + Math.exp(-result));
    return Math.round(255 * Math.min(1, Math.max(0, shown)));
  });
}

/**
 * The weights of the first layer as pictures, each scaled by its own largest: −127 to 127.
 *
 * @param {import("./autoencoder.js").Autoencoder} network
 * @returns {{ filters: Int8Array, filterSide: number }}
 */
export function firstFilters(network) {
  const { shape, value } = network.encoder[0].weight;
  const size = value.length / shape[0];
  const filters = new Int8Array(Math.min(MOST_FILTERS, shape[0]) * size);
  for (let start = 0; start < filters.length; start += size) {
    const one = value.subarray(start, start + size);
    const largest = one.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-12);
    for (let at = 0; at < size; at += 1) filters[start + at] = Math.round((127 * one[at]) / largest);
  }
  return { filters, filterSide: Math.sqrt(size) };
}

/**
 * Measure the length of the gradient of each layer with weights.
 *
 * @param {import("./autoencoder.js").Autoencoder} network
 */
export function gradientNorms(network) {
  return network.layers
    .filter(({ layer }) => layer.parameters.bias)
    .map(({ name, layer }) => {
      const norms = Object.values(layer.parameters).map((parameter) => parameter.norm);
      return { layer: name, norm: Math.hypot(...norms) };
    });
}

/**
 * Count units that tell nothing: hidden ones and those of the code, after the network has seen pictures.
 *
 * @param {import("./autoencoder.js").Autoencoder} network
 * @param {any} codes (count, code)
 * @param {number} count
 */
export function deadUnits(network, codes, count) {
  const hidden = network.encoder
    .slice(0, -1)
    .flatMap((layer, place) => (layer.y ? [[`encoder.${place}`, layer.y]] : []));
  const code = { layer: "code", ...deadAmong(codes, count, network.variational) };
  return [...hidden.map(([layer, values]) => ({ layer, ...deadAmong(values, count, false) })), code];
}

function deadAmong(values, count, posterior) {
  const units = values.length / count;
  let dead = 0;
  for (let unit = 0; unit < units; unit += 1) {
    let [low, high, sum, squares] = [Infinity, -Infinity, 0, 0];
    for (let at = unit; at < values.length; at += units) {
      const value = values[at];
      if (value < low) low = value;
      if (value > high) high = value;
      sum += value;
      squares += value * value;
    }
    const variance = squares / count - (sum / count) ** 2;
    dead += Number(posterior ? variance < INACTIVE : high - low < SAME);
  }
  return { units, dead };
}

/** Brings codes onto a plane that turns no more than the network does. */
export class Plane {
  constructor() {
    /** @type {Float32Array} */
    this.basis = undefined;
  }

  /**
   * @param {Float32Array} codes (count, size)
   * @param {number} size
   * @returns {Float32Array} (count, 2)
   */
  of(codes, size) {
    if (size === 2) return codes;
    if (size === 1) return Float32Array.from({ length: 2 * codes.length }, (_, at) => (at % 2 ? 0 : codes[at / 2]));
    const spreading = spread(codes, size);
    this.basis = steady(directions(spreading, 2, this.basis), this.basis, size);
    return along(codes, spreading.mean, this.basis);
  }
}

/** Turn two directions within their plane, and over, so that they lie as near as can be to those before. */
function steady(basis, before, size) {
  if (!before) return basis;
  const dot = (one, other) => {
    let sum = 0;
    for (let at = 0; at < size; at += 1) sum += basis[one * size + at] * before[other * size + at];
    return sum;
  };
  const [a, b, c, d] = [dot(0, 0), dot(0, 1), dot(1, 0), dot(1, 1)];
  const over = a * d - b * c < 0 ? -1 : 1;
  const [cosine, sine] = [a + over * d, over * c - b];
  const length = Math.hypot(cosine, sine) || 1;
  const out = new Float32Array(2 * size);
  for (let at = 0; at < size; at += 1) {
    const [first, second] = [basis[at], over * basis[size + at]];
    out[at] = (cosine * first + sine * second) / length;
    out[size + at] = (cosine * second - sine * first) / length;
  }
  return out;
}

/** @param {Uint8Array} bytes of ink, 784 a picture */
export function pictureCount(bytes) {
  return bytes.length / PIXELS;
}
