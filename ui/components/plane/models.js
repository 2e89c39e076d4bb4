// What the components of a page know of models: the same module, so the same map, for all of them.

import { fetchHalf, located } from "../shared/network/fetched.js";
import { tell } from "../shared/page.js";

/**
 * @typedef {object} Model
 * @property {string} digest of its checkpoint
 * @property {(z: number[]) => Float32Array} [decode] a picture, in a buffer that the next one writes over
 * @property {(pixels: Float32Array) => Float32Array} [encode]
 * @property {Float32Array} [codes] of test images, two numbers each
 * @property {Uint8Array} [labels] theirs
 */

/** @type {Map<string, Model>} */
export const models = new Map();

/**
 * Keep what came in a message of a model, fetch the model itself, its decoder first, and tell the page of each part.
 *
 * @param {import("../shared/message.js").Message} message
 * @returns {Promise<void>}
 */
export async function keepModel({ header: { digest, network }, arrays }) {
  if (models.get(network.name)?.digest === digest) return;
  /** @type {Model} */
  const model = { digest, codes: arrays.codes, labels: arrays.labels };
  models.set(network.name, model);
  const place = located(network);
  try {
    const decoder = await fetchHalf(place, "decoder");
    const point = new Float32Array(2);
    model.decode = (z) => {
      point.set(z);
      return decoder.run(point);
    };
    tell("latent-model", network.name);
    const encoder = await fetchHalf(place, "encoder");
    model.encode = (pixels) => encoder.run(pixels);
    tell("latent-model", network.name);
  } catch {
    models.delete(network.name);
    tell("latent-model-lost", network.name);
  }
}
