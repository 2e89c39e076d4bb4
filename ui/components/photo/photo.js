// The photo as it came, and a button around each digit.

import { fitChildren, make } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";

const MARGIN = 0.012; // around a digit, as a part of the picture

export class Photo {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".photo");
    this.image = this.root.querySelector("img");
    this.frames = this.root.querySelector(".frames");
    this.address = "";
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setTriggerValue }) {
    const { header, arrays } = readMessage(data);
    this.remove();
    this.address = URL.createObjectURL(new Blob([arrays.picture], { type: "image/jpeg" }));
    Object.assign(this.image, { src: this.address, alt: header.label });
    fitChildren(this.frames, header.frames.length, () => make("button", { type: "button" }));
    header.frames.forEach((frame, at) => {
      const button = /** @type {HTMLButtonElement} */ (this.frames.children[at]);
      Object.assign(button.style, placed(frame));
      button.setAttribute("aria-label", `Digit ${at + 1}`);
      button.setAttribute("aria-pressed", String(at === header.chosen));
      button.onclick = () => setTriggerValue("chosen", at);
    });
    this.root.dataset.ready = "true";
  }

  remove() {
    URL.revokeObjectURL(this.address);
  }
}

/**
 * Where a frame stands on the picture.
 *
 * @param {number[]} frame top, left, bottom and right, from 0 to 1
 * @returns {Record<string, string>} of a style
 */
export function placed([top, left, bottom, right]) {
  const inset = [top, 1 - right, 1 - bottom, left].map((side) => Math.max(0, side - MARGIN));
  return { inset: inset.map((side) => `${(100 * side).toFixed(2)}%`).join(" ") };
}
