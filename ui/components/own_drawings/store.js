// The student's own drawings, kept by the tab as long as it is open: 784 bytes each.

import { tell } from "../shared/page.js";
import { PIXELS } from "../shared/picture.js";

const NAME = "own-drawings";
export const CHANGED = "own-drawings-changed";
export const LEAST = 5; // to learn from
const MOST = 200;

/** @returns {Uint8Array[]} in the order in which they were added */
export function drawings() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME)) ?? [];
    return kept.map(bytesOf).filter((picture) => picture.length === PIXELS);
  } catch {
    return [];
  }
}

/**
 * Add one; the oldest goes where there are too many.
 *
 * @param {Uint8Array} picture
 */
export function add(picture) {
  keep([...drawings(), picture].slice(-MOST));
}

/** @param {number} index */
export function remove(index) {
  keep(drawings().filter((_, at) => at !== index));
}

/** @param {Uint8Array[]} pictures */
function keep(pictures) {
  sessionStorage.setItem(NAME, JSON.stringify(pictures.map((picture) => btoa(String.fromCharCode(...picture)))));
  tell(CHANGED, pictures.length);
}

function bytesOf(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
