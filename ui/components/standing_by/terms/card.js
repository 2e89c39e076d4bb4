// The card: picture and meaning of one term, beside the link that it explains.

import { beside } from "./place.js";

const MEANING = "term-meaning"; // id of the words that a screen reader reads with the link

export class Card {
  /** @param {HTMLElement} root of the component */
  constructor(root) {
    this.element = /** @type {HTMLElement} */ (root.querySelector(".card"));
    this.picture = this.element.querySelector(".picture");
    this.title = this.element.querySelector("strong");
    this.definition = this.element.querySelector("span");
    this.more = this.element.querySelector("a");
    this.meaning = Object.assign(document.createElement("span"), { id: MEANING, hidden: true });
    document.body.append(this.meaning);
    /** @type {HTMLElement | null} */
    this.link = null;
    this.element.dataset.ready = "true";
  }

  get isOpen() {
    return this.link !== null;
  }

  /**
   * @param {HTMLElement} link that is explained
   * @param {import("../../shared/terms.js").Term} term
   */
  show(link, term) {
    this.hide();
    this.link = link;
    this.picture.innerHTML = term.picture; // drawn by the server, of nothing that anybody typed
    this.title.textContent = term.title;
    this.definition.textContent = term.definition;
    this.more.setAttribute("href", link.getAttribute("href"));
    this.meaning.textContent = `${term.title}: ${term.definition}`;
    link.setAttribute("aria-describedby", MEANING);
    this.element.showPopover();
    this.place();
  }

  hide() {
    this.link?.removeAttribute("aria-describedby");
    this.link = null;
    if (this.element.matches(":popover-open")) this.element.hidePopover();
  }

  /** Stand beside the link, or go when it has gone. */
  place() {
    if (!this.link?.isConnected) return this.hide();
    const lines = [...this.link.getClientRects()];
    const zoom = /** @type {any} */ (this.element).currentCSSZoom ?? 1;
    const { width, height } = this.element.getBoundingClientRect();
    const room = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const at = beside(lines[0], lines.at(-1), { width, height }, room);
    this.element.style.left = `${at.left / zoom}px`;
    this.element.style.top = `${at.top / zoom}px`;
  }

  remove() {
    this.hide();
    this.meaning.remove();
  }
}
