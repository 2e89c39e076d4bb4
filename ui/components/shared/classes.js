// Buttons that show and hide the dots of classes.

import { CLASS_COLOURS } from "./colours.js";
import { make } from "./dom.js";

/**
 * Make the buttons of all classes.
 *
 * @param {string[]} names
 * @param {Set<number>} hidden classes; changed by the buttons
 * @param {() => void} changed called after that
 * @param {string} [what] that a button shows or hides, before the class's name
 * @returns {HTMLButtonElement[]}
 */
export function classButtons(names, hidden, changed, what = "") {
  return names.map((name, label) => {
    const dot = make("i");
    dot.style.background = CLASS_COLOURS[label] ?? "currentColor"; // an eleventh class has the colour of ink
    const button = make("button", { type: "button", title: `Show or hide ${what}${name}` }, dot, name);
    const press = () => button.setAttribute("aria-pressed", String(!hidden.has(label)));
    press();
    button.onclick = () => {
      if (!hidden.delete(label)) hidden.add(label);
      press();
      changed();
    };
    return button;
  });
}
