// Two pictures mixed, pixel by pixel.

import { inkBytes } from "../shared/picture.js";

/**
 * Let one picture fade out while the other fades in.
 *
 * @param {Float32Array} first 28 x 28, 0 to 1
 * @param {Float32Array} second
 * @param {number} frames how many pictures, both ends among them
 * @returns {Uint8Array} their ink, one after the other
 */
export function blended(first, second, frames) {
  const mixed = new Float32Array(frames * first.length);
  for (let frame = 0; frame < frames; frame += 1) {
    const share = frame / (frames - 1);
    mixed.set(
      first.map((value, pixel) => value + (second[pixel] - value) * share),
      frame * first.length,
    );
  }
  return inkBytes(mixed);
}
