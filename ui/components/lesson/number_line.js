// A guessed number and the real one on one line.

import { make } from "../shared/dom.js";
import { clamp } from "../shared/numbers.js";
import { valueWords } from "./verdict.js";

/**
 * @param {import("./verdict.js").Told} told
 * @param {number | null} guessed
 * @param {number} real
 */
export function line(told, guessed, real) {
  const marks = [mark("real", `really ${valueWords(real, told)}`, real, told)];
  if (guessed !== null) marks.unshift(mark("guessed", `you: ${guessed}`, guessed, told));
  const track = make("span", { className: "track" });
  return make("div", { className: "line" }, track, ...marks);
}

/**
 * @param {string} kind
 * @param {string} text
 * @param {number} value
 * @param {import("./verdict.js").Told} told
 */
function mark(kind, text, value, { low, high }) {
  const share = clamp((value - low) / (high - low), 0, 1);
  const element = make("span", { className: `mark ${kind}` }, make("b", { textContent: text }));
  element.style.setProperty("--at", `${share}`);
  return element;
}
