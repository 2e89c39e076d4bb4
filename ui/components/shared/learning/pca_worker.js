// A worker that finds out how well PCA does on the same pictures; once for every set of pictures, then for any size.

import { PIXELS } from "../picture.js";
import { inkOf, parted } from "./batches.js";
import { directions, lost, spread } from "./pca.js";

/** @type {{ pictures: Uint8Array, most: number, spreading: import("./pca.js").Spread, held: Float32Array }} */
let known = null;

globalThis.onmessage = ({ data: { pictures, most, code } }) => {
  if (pictures) {
    const { train, held } = parted(pictures.length / PIXELS, most);
    known = { pictures, most, spreading: spread(inkOf(pictures, train), PIXELS), held: inkOf(pictures, held) };
  }
  const mse = lost(known.spreading, directions(known.spreading, code), known.held);
  /** @type {any} */ (globalThis).postMessage({ code, mse });
};
