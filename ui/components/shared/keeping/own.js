// Kept models as networks that pages run: described like those of the server, but never fetched from it.

import { halves } from "../learning/network_of.js";
import { model } from "./checked.js";
import { one } from "./store.js";

const SCHEME = "own:";

/**
 * Describe a kept model.
 *
 * @param {import("./store.js").Kept} kept
 * @returns {import("../network/fetched.js").Described}
 */
export function describedOwn({ id, settings }) {
  const name = `${SCHEME}${id}`;
  return { name, address: name, bytes: 0, code: settings.code };
}

/** @param {import("../network/fetched.js").Described} network */
export function isOwn({ address }) {
  return address.startsWith(SCHEME);
}

/**
 * Take a model out of the store, validated anew.
 *
 * @param {import("../network/fetched.js").Described} network
 * @returns {Promise<import("../rebuilding/extras.js").Model>}
 */
export async function ownModel({ address }) {
  const { bytes } = await one(address.slice(SCHEME.length));
  const { settings, tensors } = model(new Uint8Array(bytes));
  return halves(settings, tensors);
}
