// Models fetched from the server; the browser keeps them for ever.

import { readMessage } from "../message.js";
import { Network } from "./network.js";

/**
 * What Python says of a model that a browser can run.
 *
 * @typedef {object} Described
 * @property {string} name
 * @property {string} address of its halves; absolute once `located` has seen it
 * @property {number} bytes of both
 * @property {number} code numbers in a code; an encoder may give more
 */

/**
 * Make an address absolute, for a worker knows of no document.
 *
 * @param {Described} network
 * @returns {Described}
 */
export function located(network) {
  return { ...network, address: new URL(network.address, document.baseURI).href };
}

/**
 * Fetch one half of a model.
 *
 * @param {Described} network
 * @param {"encoder" | "decoder"} half
 * @returns {Promise<Network>}
 */
export async function fetchHalf({ address }, half) {
  const answer = await fetch(`${address}/${half}`);
  if (!answer.ok) throw new Error(`A model cannot be fetched (${answer.status}). Reload the page.`);
  const { header, arrays } = readMessage(new Uint8Array(await answer.arrayBuffer()));
  return new Network(header.layers, arrays.weights, arrays.biases);
}
