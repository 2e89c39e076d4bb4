// The worker: fetches models once, and walks with each through the newest picture.

import { loaded } from "../shared/rebuilding/loaded.js";
import { walk } from "./walk.js";

/** @type {Map<string, Promise<import("../shared/rebuilding/extras.js").Model>>} by address */
const models = new Map();
let newest = 0;

/** @type {(message: any) => void} */
const post = (message) => /** @type {any} */ (globalThis).postMessage(message);

globalThis.onmessage = async ({ data: { order, networks, noisy, clean } }) => {
  newest = order;
  try {
    const walks = [];
    for (const network of networks) {
      if (!models.has(network.address)) models.set(network.address, loaded(network));
      const model = await models.get(network.address);
      if (order !== newest) return;
      walks.push(walk(model, noisy, clean));
    }
    post({ order, walks });
  } catch {
    for (const { address } of networks) models.delete(address);
    post({ order, walks: null });
  }
};
