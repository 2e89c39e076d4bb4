// Texts with words in **bold**.

import { make } from "../shared/dom.js";

/** @param {string} text */
export function bold(text) {
  return text.split("**").map((part, at) => (at % 2 ? make("b", { textContent: part }) : part));
}
