// What the components of a page know of models: the same module, so the same map, for all of them.

import { fetchHalf, located } from "../shared/network/fetched.js";
import { tell } from "../shared/page.js";

/**
 * @typedef {object} Model
 * @property {string} digest of its checkpoint
 * @property {(z: number[]) => Float32Array} [decode] a picture, in a buffer that the next one writes over
 * @property {(pixels: Float32Array) => Float32Array} [encode]
 * @property {() => void} fetchEncoder has it fetched, which only a hand that draws needs; tells the page when it is here
 * @property {Float32Array} [codes] of test images, two numbers each
 * @property {Uint8Array} [labels] theirs
 */

/** @type {Map<string, Model>} */
export const models = new Map();

/**
 * Keep what came in a message of a model, fetch its decoder, and tell the page when it is here.
 *
 * @param {import("../shared/message.js").Message} message
 * @returns {Promise<void>}
 */
export async function keepModel({ header: { digest, network }, arrays }) {
  if (models.get(network.name)?.digest === digest) return;
  const place = located(network);
  /** @type {Model} */
  const model = {
    ...{ digest, codes: arrays.codes, labels: arrays.labels },
    fetchEncoder: once(() => bringEncoder(model, network.name, place)),
  };
  models.set(network.name, model);
  try {
    const decoder = await fetchHalf(place, "decoder");
    const point = new Float32Array(2);
    model.decode = (z) => {
      point.set(z);
      return decoder.run(point);
    };
    tell("latent-model", network.name);
  } catch {
    models.delete(network.name);
    tell("latent-model-lost", network.name);
  }
}

async function bringEncoder(model, name, place) {
  try {
    const encoder = await fetchHalf(place, "encoder");
    model.encode = (pixels) => encoder.run(pixels);
    tell("latent-encoder", name);
  } catch {
    tell("latent-model-lost", name);
  }
}

/** @param {() => void} act what is done at the first call alone */
function once(act) {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
