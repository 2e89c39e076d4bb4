// The drawings collected so far, as tiles, and the button that adds what is on the pad.

import { make } from "../shared/dom.js";
import { inkOf } from "../shared/drawing/ink.js";
import { hear } from "../shared/page.js";
import { paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { inkBytes } from "../shared/picture.js";
import { add, CHANGED, drawings, LEAST, remove } from "./store.js";

const FULL = "The browser keeps no more drawings. Remove some first.";

export class Collection {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    this.root = parentElement;
    /** @type {HTMLButtonElement} */
    this.button = parentElement.querySelector(".add");
    /** @type {HTMLElement} */
    this.said = parentElement.querySelector(".said");
    this.tiles = parentElement.querySelector(".tiles");
    /** @type {import("../shared/pen.js").Stroke[]} on the pad */
    this.strokes = [];
    this.button.onclick = () => this.add();
    this.stopHearing = hear({
      "digit-pad-drawn": (strokes) => this.draw(strokes),
      [CHANGED]: () => this.show(),
    });
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    if (!this.strokes.length) this.draw(data.strokes);
    this.show();
  }

  remove() {
    this.stopHearing();
  }

  draw(strokes) {
    this.strokes = strokes;
    this.button.disabled = !strokes.length;
  }

  add() {
    const ink = inkOf(this.strokes);
    try {
      if (ink) add(inkBytes(ink));
      this.button.disabled = true; // the same one twice teaches nothing
    } catch {
      this.said.textContent = FULL;
    }
  }

  show() {
    const pictures = drawings();
    const colours = palette(this.button);
    this.said.textContent = words(pictures.length);
    this.tiles.replaceChildren(...pictures.map((picture, index) => tile(picture, index, colours)));
  }
}

function tile(picture, index, colours) {
  const canvas = make("canvas");
  paintInk(canvas, picture, colours);
  const button = make("button", { type: "button", title: "Remove this drawing", onclick: () => remove(index) }, canvas);
  button.setAttribute("aria-label", `Remove drawing ${index + 1}`);
  return button;
}

function words(count) {
  if (!count)
    return `Collect at least ${LEAST} drawings, and a network can learn from yours instead of other people's.`;
  const missing = LEAST - count;
  if (missing > 0) return `${count} of yours. ${missing} more, and a network can learn from them.`;
  return `${count} of yours. Choose “your drawings” below under “Learns from”. Tap one to remove it.`;
}
