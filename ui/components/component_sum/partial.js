// Pictures from more and more components: their errors, and what each component adds.

import { errorBytes, inkBytes, inkValues, PIXELS, pictureAt } from "../shared/picture.js";

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

/**
 * Add up what every component adds, as Python packs it.
 *
 * @param {Uint8Array} mean ink of the picture without any component
 * @param {Uint8Array} added by every step, around 128
 * @param {number[]} strongest what 127 stands for, by step
 * @returns {Uint8Array} ink of the picture after every step
 */
export function rebuiltFrom(mean, added, strongest) {
  const picture = inkValues(mean);
  const all = new Float32Array(added.length);
  for (const [step, most] of strongest.entries()) {
    for (let pixel = 0; pixel < PIXELS; pixel += 1) {
      const at = step * PIXELS + pixel;
      picture[pixel] += ((added[at] - 128) / 127) * most;
      all[at] = picture[pixel];
    }
  }
  return inkBytes(all);
}
