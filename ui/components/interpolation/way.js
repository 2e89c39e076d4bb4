// One row: its large picture, its frames, and the pointer that moves along them.

import { describe } from "../shared/alternative.js";
import { make } from "../shared/dom.js";
import { clamp } from "../shared/numbers.js";
import { paintInk } from "../shared/paint.js";
import { pictureAt } from "../shared/picture.js";

export class Way {
  /**
   * @param {{ frames: number, every: number }} header how many frames there are, and which of them stand in the row
   * @param {number} index
   * @param {(share: number) => void} stand called with the share of the way that the pointer is at
   */
  constructor({ frames, every }, index, stand) {
    this.frames = frames;
    this.every = every;
    this.large = make("canvas", { className: "large" });
    this.large.setAttribute("role", "img");
    this.large.setAttribute("aria-label", "A picture on the way");
    this.title = make("b");
    this.words = make("span");
    this.row = make("div", { className: "row" });
    for (let frame = 0; frame < frames; frame += every) this.row.append(makeFrame());
    const words = make("div", { className: "words" }, this.title, this.words);
    this.element = make("section", { className: "way" }, this.large, words, this.row);
    this.element.dataset.testid = `way-${index}`;
    this.text = "";
    /** @type {number[] | null} how far every frame is from a real picture */
    this.errors = null;
    this.pictures = this.colours = null;
    followPointer(this.row, stand);
  }

  /**
   * @param {{ title: string, text: string, errors: number[] | null }} way
   * @param {Uint8Array} pictures of all frames
   * @param {import("../shared/palette.js").Palette} colours
   */
  take({ title, text, errors }, pictures, colours) {
    Object.assign(this, { text, errors, pictures, colours });
    this.title.textContent = title;
    for (const [place, element] of [...this.row.children].entries()) {
      const frame = place * this.every;
      paintInk(element.querySelector("canvas"), pictureAt(pictures, frame), colours);
      element.querySelector("span").textContent = errors ? errors[frame].toFixed(3) : "";
    }
  }

  /** @param {number} frame */
  show(frame) {
    const percent = Math.round((100 * frame) / (this.frames - 1));
    paintInk(this.large, pictureAt(this.pictures, frame), this.colours);
    const error = this.errors ? ` · ${this.errors[frame].toFixed(4)} away from a real picture here` : "";
    this.words.textContent = this.text + error;
    describe(this.large, () => `${this.title.textContent}, ${percent} % of the way${error}`);
    const nearest = Math.round(frame / this.every);
    for (const [place, element] of [...this.row.children].entries())
      element.classList.toggle("here", place === nearest);
  }
}

function makeFrame() {
  const canvas = make("canvas");
  canvas.setAttribute("aria-hidden", "true");
  return make("div", { className: "frame" }, canvas, make("span"));
}

/** A mouse moves along a row by hovering, a finger or pen by dragging. */
function followPointer(row, stand) {
  const follow = (event) => {
    const box = row.getBoundingClientRect();
    const half = row.firstChild.clientWidth / 2;
    stand(clamp((event.clientX - box.left - half) / (box.width - 2 * half), 0, 1));
  };
  row.onpointerdown = (event) => {
    row.setPointerCapture(event.pointerId);
    follow(event);
  };
  row.onpointermove = (event) => {
    if (event.pointerType === "mouse" || event.buttons) follow(event);
  };
}
