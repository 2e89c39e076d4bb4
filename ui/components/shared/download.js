// Files for the student, made in the browser.

import { make } from "./dom.js";

/**
 * Hand out a file.
 *
 * @param {Blob} blob
 * @param {string} download its name
 */
export function save(blob, download) {
  const link = make("a", { href: URL.createObjectURL(blob), download });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/**
 * Hand out what is on a canvas.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {string} name of the file, without its ending
 */
export function savePng(canvas, name) {
  canvas.toBlob((blob) => save(blob, `${name}.png`), "image/png");
}
