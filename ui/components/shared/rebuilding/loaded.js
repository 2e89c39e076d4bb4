// A model that a component wishes for: fetched from the server, or taken from those that the student keeps.

import { isOwn, ownModel } from "../keeping/own.js";
import { fetchHalf } from "../network/fetched.js";

/**
 * @param {import("../network/fetched.js").Described} network
 * @returns {Promise<import("./extras.js").Model>}
 */
export async function loaded(network) {
  if (isOwn(network)) return ownModel(network);
  const [encoder, decoder] = [await fetchHalf(network, "encoder"), await fetchHalf(network, "decoder")];
  return { encoder, decoder, code: network.code };
}
