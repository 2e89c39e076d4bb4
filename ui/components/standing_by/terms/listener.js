// Hears what points at a term anywhere on the page, and shows its card.

import { allTerms } from "../../shared/terms.js";
import { Card } from "./card.js";

const LINK = 'a[href^="glossary?term="]';
const PATIENCE = 220; // milliseconds before a card opens under the mouse, and before it goes when the mouse has left

export class Listener {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.card = new Card(root);
    this.address = "";
    this.timer = 0;
    this.leaving = new AbortController();
    this.listen();
  }

  /** @param {import("../../shared/mount.js").Component} component */
  update({ data }) {
    this.address = data.address;
    if (this.card.isOpen) this.card.place();
  }

  listen() {
    const { signal } = this.leaving;
    /** @type {[string, (event: any) => void][]} */
    const hearers = [
      ["pointerover", (event) => this.over(event)],
      ["focusin", (event) => this.focused(event)],
      ["focusout", (event) => linkOf(event) && this.later(() => this.card.hide())],
      ["click", (event) => this.clicked(event)],
      ["pointerdown", (event) => this.isAway(event) && this.card.hide()],
      ["keydown", (event) => this.key(event)],
      ["scroll", () => this.card.isOpen && this.card.place()],
    ];
    for (const [name, hearer] of hearers) document.addEventListener(name, hearer, { signal, capture: true });
    window.addEventListener("resize", () => this.card.isOpen && this.card.place(), { signal });
  }

  /** @param {PointerEvent} event */
  over(event) {
    if (event.pointerType !== "mouse") return;
    const link = linkOf(event);
    if (link && link !== this.card.link) this.later(() => this.show(link));
    else if (!this.isAway(event)) clearTimeout(this.timer);
    else if (this.card.isOpen) this.later(() => this.card.hide());
    else clearTimeout(this.timer);
  }

  /** @param {FocusEvent} event */
  focused(event) {
    const link = linkOf(event);
    if (link?.matches(":focus-visible")) this.show(link);
  }

  /** @param {MouseEvent} event a tap or a click shows the card; a key, and a click for a new tab, follow the link */
  clicked(event) {
    const link = linkOf(event);
    if (!link || event.detail === 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.show(link);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key !== "Escape" || !this.card.isOpen) return;
    event.stopPropagation();
    clearTimeout(this.timer);
    this.card.hide();
  }

  /** @param {HTMLAnchorElement} link */
  async show(link) {
    clearTimeout(this.timer);
    const name = new URL(link.href).searchParams.get("term");
    const terms = await allTerms(this.address);
    const term = terms.find((one) => one.name === name);
    if (term && link.isConnected) this.card.show(link, term);
  }

  /** @param {() => void} act */
  later(act) {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, PATIENCE);
  }

  /** @param {Event} event whether it happened neither on the card nor on the link that it explains */
  isAway(event) {
    const path = event.composedPath();
    return !path.includes(this.card.element) && !(this.card.link && path.includes(this.card.link));
  }

  remove() {
    clearTimeout(this.timer);
    this.leaving.abort();
    this.card.remove();
  }
}

/**
 * @param {Event} event
 * @returns {HTMLAnchorElement | null} the link of a term on which it happened
 */
function linkOf(event) {
  const [target] = event.composedPath();
  return target instanceof Element ? target.closest(LINK) : null;
}
