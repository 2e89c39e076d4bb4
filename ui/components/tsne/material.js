// The codes that have come into the page: the same module, so the same store, for who brings and who uses them.

/** @typedef {{ columns: number, codes: Float32Array, labels: Uint8Array }} Material */

const KEPT = 3;
/** @type {Map<string, Material>} */
const store = new Map();

/**
 * Keep codes; the oldest ones make room.
 *
 * @param {string} key
 * @param {Material} material
 */
export function keepMaterial(key, material) {
  store.delete(key);
  store.set(key, material);
  if (store.size > KEPT) store.delete(store.keys().next().value);
}

/** @param {string} key */
export function materialOf(key) {
  return store.get(key);
}
