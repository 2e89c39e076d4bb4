// Eight pictures that never change and the student's own, each above what the network makes of it.

import { describe } from "../shared/alternative.js";
import { make } from "../shared/dom.js";
import { paintInk } from "../shared/paint.js";
import { PIXELS, pictureAt } from "../shared/picture.js";
import { SHOWN } from "./material.js";

const ROWS = /** @type {const} */ (["given", "noisy", "made"]);

export class Rebuilt {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.figures = Array.from({ length: SHOWN + 1 }, (_, index) => this.figure(index));
    root.append(...this.figures);
    this.own = this.figures[SHOWN];
  }

  /** @param {number} index */
  figure(index) {
    const own = index === SHOWN;
    const canvases = ROWS.map((row) => make("canvas", { className: row, width: 28, height: 28 }));
    for (const canvas of canvases) canvas.setAttribute("role", "img");
    const name = own ? "Your digit" : `Picture ${index + 1}`;
    canvases[0].setAttribute("aria-label", name);
    canvases[1].setAttribute("aria-label", `${name} with noise, as the network sees it`);
    canvases[2].setAttribute("aria-label", `${name}, rebuilt`);
    canvases[2].dataset.testid = own ? "training-own" : `training-rebuilt-${index}`;
    const hint = own ? [make("span", { textContent: "yours" })] : [];
    return make("figure", { className: own ? "own" : "" }, ...canvases, ...hint);
  }

  /**
   * @param {Uint8Array} given pictures, the student's own behind the fixed ones if there is one
   * @param {import("./history.js").Frame | null} frame
   * @param {import("../shared/palette.js").Palette} colours
   */
  show(given, frame, colours) {
    const count = given.length / PIXELS;
    const noisy = Boolean(frame?.noisy);
    this.root.classList.toggle("noisy", noisy);
    this.own.classList.toggle("empty", count <= SHOWN);
    for (const [index, figure] of this.figures.entries()) {
      const [clean, spoilt, made] = /** @type {any} */ (figure.querySelectorAll("canvas"));
      if (index < count) paintInk(clean, pictureAt(given, index), colours);
      if (!frame || index * PIXELS >= frame.shown.length) continue;
      paintInk(made, pictureAt(frame.shown, index), colours);
      describe(made, () => madeWords(clean, pictureAt(given, index), pictureAt(frame.shown, index), frame.step));
      if (noisy) paintInk(spoilt, pictureAt(frame.noisy, index), colours);
    }
  }
}

/** Say how near a copy comes to its picture, after which step. */
function madeWords(clean, given, made, step) {
  const squares = given.reduce((sum, byte, at) => sum + ((byte - made[at]) / 255) ** 2, 0);
  return `${clean.getAttribute("aria-label")}, rebuilt after ${step} steps: error ${(squares / PIXELS).toFixed(4)}`;
}
