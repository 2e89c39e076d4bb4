// The QR code of the screen that is shown, large, with its address.

import { named } from "../../shared/dom.js";

const FAILED = "The code could not be drawn: the server did not answer. Try again.";

export class Code {
  /** @param {HTMLDialogElement} dialog */
  constructor(dialog) {
    this.dialog = dialog;
    this.parts = named(dialog, "is");
    dialog.querySelector("button").addEventListener("click", () => dialog.close());
  }

  get isOpen() {
    return this.dialog.open;
  }

  /** @param {string} route of codes, relative to the app's own address */
  async show(route) {
    const asked = new URL(route, document.baseURI);
    asked.searchParams.set("of", shared(location.href));
    const drawn = await fetch(asked)
      .then((answer) => answer.json())
      .catch(() => ({ svg: "", address: "", note: FAILED }));
    this.parts.svg.innerHTML = drawn.svg; // drawn by the server
    this.parts.address.textContent = drawn.address;
    this.parts.note.textContent = drawn.note;
    if (!this.isOpen) this.dialog.showModal();
  }
}

/**
 * Take what concerns only the presenter out of an address.
 *
 * @param {string} href
 */
export function shared(href) {
  const address = new URL(href);
  address.searchParams.delete("present");
  address.hash = "";
  return address.href;
}
