// The list of terms, and the field that shortens it.

import { make } from "../shared/dom.js";
import { allTerms } from "../shared/terms.js";
import { matching } from "./matching.js";

export class Glossary {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.field = root.querySelector("input");
    this.count = root.querySelector(".count");
    this.list = root.querySelector("dl");
    this.box = /** @type {HTMLElement} */ (root.querySelector(".glossary"));
    /** @type {import("../shared/terms.js").Term[]} */
    this.terms = [];
    this.chosen = "";
    this.field.addEventListener("input", () => this.filter());
  }

  /** @param {import("../shared/mount.js").Component} component */
  async update({ data }) {
    try {
      this.terms = await allTerms(data.address);
    } catch (error) {
      this.count.textContent = error instanceof Error ? error.message : String(error);
      return;
    }
    if (!this.list.children.length) this.list.append(...this.terms.map(item));
    this.filter();
    if (data.chosen && data.chosen !== this.chosen) this.choose(data.chosen);
    this.chosen = data.chosen ?? "";
    this.box.dataset.ready = "true";
  }

  filter() {
    const wanted = matching(this.terms, this.field.value);
    const items = /** @type {HTMLElement[]} */ ([...this.list.children]);
    for (const [place, element] of items.entries()) element.hidden = !wanted.includes(this.terms[place]);
    this.count.textContent = wanted.length ? `${wanted.length} terms` : "No such term. Try a part of the word.";
    if (wanted.length === 1) this.count.textContent = "1 term";
  }

  /** @param {string} name */
  choose(name) {
    for (const element of this.list.children) {
      const isChosen = /** @type {HTMLElement} */ (element).dataset.term === name;
      element.classList.toggle("chosen", isChosen);
      if (isChosen) element.scrollIntoView({ block: "center" });
    }
  }
}

/** @param {import("../shared/terms.js").Term} term */
function item({ name, title, definition, picture }) {
  const drawing = make("dd", { className: "picture", ariaHidden: "true" });
  drawing.innerHTML = picture; // drawn by the server, of nothing that anybody typed
  const words = make("dd", { textContent: definition });
  const element = make("div", { className: "term" }, make("dt", { textContent: title }), words, drawing);
  element.dataset.term = name;
  return element;
}
