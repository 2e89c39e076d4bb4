// What the components of a page know of models: the same module, so the same map, for all of them.

import { fetchHalf, located } from "../shared/network/fetched.js";
import { tell } from "../shared/page.js";

/**
 * @typedef {object} Model
 * @property {string} digest of its checkpoint
 * @property {(z: number[]) => Float32Array} [decode] a picture, in a buffer that the next one writes over
 * @property {(pixels: Float32Array) => Float32Array} [encode]
 * @property {() => void} fetchDecoder has it fetched; tells the page when it is here
 * @property {() => void} fetchEncoder has it fetched, which only a hand that draws needs; tells the page when it is here
 * @property {Float32Array} [codes] of test images, two numbers each
 * @property {Uint8Array} [labels] theirs
 */

/** @type {Map<string, Model>} */
export const models = new Map();

/**
 * Keep what came in a message of a model, and fetch its decoder, unless that is to wait for a hand.
 *
 * @param {import("../shared/message.js").Message} message
 */
export function keepModel({ header: { digest, network, waits }, arrays }) {
  const known = models.get(network.name);
  const model = known?.digest === digest ? known : modelOf(digest, network, arrays.codes, arrays.labels);
  models.set(network.name, model);
  tell("latent-model", network.name);
  if (!waits) model.fetchDecoder();
}

function modelOf(digest, network, codes, labels) {
  const place = located(network);
  /** @type {Model} */
  const model = {
    ...{ digest, codes, labels },
    fetchDecoder: once(() => bringDecoder(model, network, place)),
    fetchEncoder: once(() => bringEncoder(model, network.name, place)),
  };
  return model;
}

async function bringDecoder(model, network, place) {
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
