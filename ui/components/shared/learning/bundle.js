// What the page hands out of a run in PyTorch: the script, and the file that it starts from, in one zip.

import { written } from "../keeping/safetensors.js";
import { zipped } from "../keeping/zip.js";
import { PIXELS, pictureAt } from "../picture.js";
import { Batches, parted } from "./batches.js";
import { script } from "./script.js";

const STEPS = 1000; // whose batches are written down; after them the script begins with the first again

/**
 * Make the zip.
 *
 * @param {import("./settings.js").Settings} settings
 * @param {import("./network_of.js").Tensor[]} initial weights that the run began with
 * @param {Uint8Array} pictures that the run was given, 784 bytes of ink each
 * @returns {Uint8Array}
 */
export function scriptBundle(settings, initial, pictures) {
  const { train, held } = parted(pictures.length / PIXELS, settings.pictures);
  const start = written([...initial, sheet("train", pictures, train), sheet("held", pictures, held), order()], {});
  return zipped({ "train_one.py": script(settings), "start.safetensors": start });

  function order() {
    const places = new Map(Array.from(train, (row, place) => [row, place]));
    const batches = new Batches(settings, pictures, train);
    const values = new Int32Array(STEPS * batches.size);
    for (let step = 0; step < STEPS; step += 1) {
      values.set(
        batches.next().map((row) => places.get(row)),
        step * batches.size,
      );
    }
    return { name: "order", shape: [STEPS, batches.size], values };
  }
}

function sheet(name, pictures, rows) {
  const values = new Uint8Array(rows.length * PIXELS);
  rows.forEach((row, place) => {
    values.set(pictureAt(pictures, row), place * PIXELS);
  });
  return { name, shape: [rows.length, PIXELS], values };
}
