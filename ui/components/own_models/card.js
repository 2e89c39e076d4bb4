// One kept model: its name, marked as the student's own, what it shows, its settings, and how to be rid of it.

import { make } from "../shared/dom.js";
import { settingsWords } from "./words.js";

export class Card {
  /**
   * @param {import("../shared/keeping/store.js").Kept} kept
   * @param {HTMLElement} view
   * @param {() => void} remove called when the student wants it gone
   */
  constructor(kept, view, remove) {
    const button = make("button", { type: "button", className: "remove", textContent: "×", onclick: remove });
    button.setAttribute("aria-label", `Remove “${kept.name}” from this browser`);
    const title = make("span", { className: "title", textContent: kept.name });
    const badge = make("span", { className: "badge", textContent: "yours" });
    const text = make("p", { className: "text", textContent: settingsWords(kept.settings, kept.step) });
    this.element = make("article", {}, make("header", {}, title, badge, button), view, text);
    this.element.dataset.testid = "own-model";
  }
}
