// A slider for a guessed number.

import { make } from "../shared/dom.js";
import { valueWords } from "./verdict.js";

/**
 * @param {import("./verdict.js").Told} told
 * @param {(value: number) => void} choose
 */
export function scale(told, choose) {
  const { low, high, step } = told;
  const middle = low + Math.round((high - low) / 2 / step) * step;
  const range = make("input", { type: "range", min: `${low}`, max: `${high}`, step: `${step}`, value: `${middle}` });
  range.setAttribute("aria-label", "Your guess");
  const output = make("output", { textContent: valueWords(middle, told), ariaLive: "off" });
  range.oninput = () => {
    output.textContent = valueWords(range.valueAsNumber, told);
    range.setAttribute("aria-valuetext", output.textContent);
  };
  const ends = make(
    "span",
    { className: "ends" },
    make("i", { textContent: `${low}` }),
    make("i", { textContent: `${high}` }),
  );
  const button = make("button", { type: "button", className: "main", textContent: "That's my guess" });
  button.onclick = () => choose(range.valueAsNumber);
  return make("div", { className: "scale" }, output, make("div", {}, range, ends), button);
}
