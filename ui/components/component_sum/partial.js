// Pictures from more and more components: their errors, and what each component adds.

import { errorBytes, PIXELS, pictureAt } from "../shared/picture.js";

/**
 * @param {Float32Array} frames from none to all components, one picture after the other
 * @param {Float32Array} ink what they should be
 * @returns {number[]} mean squared errors a pixel
 */
export function errorsOf(frames, ink) {
  return Array.from({ length: frames.length / PIXELS }, (_, index) => {
    const squares = pictureAt(frames, index).reduce((sum, value, pixel) => sum + (value - ink[pixel]) ** 2, 0);
    return squares / PIXELS;
  });
}

/**
 * @param {Float32Array} frames as above
 * @returns {Uint8Array} what every component adds, as bytes of error, each as strong as can be; the first one nothing
 */
export function addedBy(frames) {
  const bytes = new Uint8Array(frames.length).fill(128);
  const none = new Float32Array(PIXELS);
  for (let index = 1; index < frames.length / PIXELS; index += 1) {
    const before = pictureAt(frames, index - 1);
    const added = pictureAt(frames, index).map((value, pixel) => value - before[pixel]);
    const strongest = added.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-6);
    bytes.set(
      errorBytes(
        added.map((value) => value / strongest),
        none,
      ),
      index * PIXELS,
    );
  }
  return bytes;
}
