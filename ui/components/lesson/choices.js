// A few sentences to choose from; the tap is the guess.

import { make } from "../shared/dom.js";

/**
 * @param {Record<string, string>} options
 * @param {(name: string) => void} choose
 */
export function choices(options, choose) {
  const buttons = Object.entries(options).map(([name, text]) => {
    const button = make("button", { type: "button", textContent: text });
    button.dataset.choice = name;
    button.onclick = () => choose(name);
    return button;
  });
  const group = make("div", { className: "choices" }, ...buttons);
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", "Your guess");
  return group;
}
