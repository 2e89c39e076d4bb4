// What the components of a page know of models: the same module, so the same map, for all of them.

import { Mlp } from "../shared/network.js";
import { Sprite } from "./sprite.js";

/**
 * @typedef {object} Model
 * @property {string} digest of its checkpoint
 * @property {(z: number[]) => Float32Array} [decode] a picture, in a buffer that the next one writes over
 * @property {(pixels: Float32Array) => Float32Array} [encode]
 * @property {boolean} [exact] whether it decodes exactly
 * @property {Float32Array} [codes] of test images, two numbers each
 * @property {Uint8Array} [labels] theirs
 */

/** @type {Map<string, Model>} */
export const models = new Map();

/**
 * Keep one half of a model that came in a message, and tell the page.
 *
 * @param {import("../shared/message.js").Message} message
 */
export function keepHalf({ header, arrays }) {
  const { name, half, layers, sprite, digest } = header;
  const before = models.get(name);
  /** @type {Model} */
  const model = before?.digest === digest ? before : { digest };
  const network = sprite ? new Sprite(arrays.pictures, sprite) : new Mlp(layers, arrays.weights, arrays.biases);
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
