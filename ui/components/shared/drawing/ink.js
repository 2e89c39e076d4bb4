// Strokes of the pad → a model's input, without the server: what `ui.sample.of_strokes` makes of them.

import { mainBlob } from "./blobs.js";
import { normalised } from "./normalisation.js";
import { DRAWN, Raster } from "./raster.js";

const raster = new Raster();

/**
 * Give the 28 x 28 ink of strokes.
 *
 * @param {import("../pen.js").Stroke[]} strokes
 * @returns {Float32Array | null} null where there is none
 */
export function inkOf(strokes) {
  const ink = raster.of(strokes);
  const main = mainBlob(ink, DRAWN);
  return main && normalised(main, DRAWN, DRAWN);
}
