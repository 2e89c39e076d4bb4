// The flow itself: what Python says of a picture, and while a hand draws, what the page computes.

import { describe } from "../shared/alternative.js";
import { calm } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";
import { tell } from "../shared/page.js";
import { paintError, paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { errorBytes, inkBytes } from "../shared/picture.js";
import { engine } from "../shared/rebuilding/engine.js";
import { paintCode } from "./code.js";
import { sharesOf } from "./shares.js";
import { Waist } from "./waist.js";
import { codeWords, errorWords } from "./words.js";

export class Flow {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".flow");
    this.header = this.arrays = this.colours = null;
    /** @type {Waist | null} */
    this.waist = null;
    this.settled = 0; // number of the newest drawing that Python's word is about
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    const { header, arrays } = readMessage(data);
    this.colours = palette(this.root);
    if (this.header?.model === header.model && engine.isOld(header.drawn)) return;
    const drawn = this.header && header.drawn && header.drawn.pad !== this.header.drawn?.pad;
    Object.assign(this, { header, arrays, settled: engine.drawing });
    if (drawn) tell("picture-rebuilt", `Rebuilt, error ${header.texts.error}.`);
    const networks = header.network ? [header.network] : [];
    engine.want(this, { networks, chosen: true, show: (rebuilt) => this.follow(rebuilt) });
    if (header.waist) this.waist ??= new Waist(this.root, header.waist, header.code.size);
    this.paint(arrays, header.texts);
    this.wait(header.waiting);
    this.bringBack();
    this.root.dataset.ready = "true";
  }

  remove() {
    this.waist?.stop();
    engine.leave(this);
  }

  /** @returns {HTMLCanvasElement} */
  canvas(name) {
    return this.root.querySelector(`.${name} canvas`);
  }

  /** @param {import("../shared/rebuilding/engine.js").Rebuilt} rebuilt */
  follow({ drawing, ink, code, picture, error }) {
    if (drawing <= this.settled) return;
    const arrays = {
      input: inkBytes(ink),
      output: inkBytes(picture),
      error: errorBytes(picture, ink),
      code: sharesOf(code, this.header.code),
      cloud: this.arrays.cloud,
    };
    this.paint(arrays, { error: `${error.toFixed(4)} a pixel` }, code);
    this.wait(false);
    this.waist?.run();
  }

  /** @param {boolean} waiting whether the picture is only an example */
  wait(waiting) {
    this.root.classList.toggle("waiting", waiting);
    this.root.querySelector(".input .name").textContent = waiting && !this.waist ? "Example" : "Input";
  }

  paint(arrays, texts, numbers = null) {
    const { colours } = this;
    paintInk(this.canvas("input"), arrays.input, colours);
    paintInk(this.canvas("output"), arrays.output, colours);
    paintError(this.canvas("error"), arrays.error, colours);
    paintCode(this.canvas("code"), this.header.code, arrays, colours);
    for (const [name, text] of Object.entries(texts)) {
      this.root.querySelector(`[data-text=${name}]`).textContent = text;
    }
    this.describe(arrays, texts.error, numbers);
  }

  /** Say of every picture what it shows. */
  describe(arrays, error, numbers) {
    const { code } = this.header;
    const lost = () => errorWords(arrays.input, arrays.error);
    describe(this.canvas("code"), () => codeWords(code, numbers, arrays));
    describe(this.canvas("output"), () => `Reconstruction, error ${error}: ${lost()}`);
    describe(this.canvas("error"), () => `Error map, ${error}: ${lost()}`);
  }

  /** Bring the flow back into view when another model was chosen far below it. */
  bringBack() {
    const { root, header } = this;
    const changed = root.dataset.model && root.dataset.model !== header.model;
    root.dataset.model = header.model;
    const { top, bottom } = root.getBoundingClientRect();
    if (!changed || (bottom > 0 && top < innerHeight)) return;
    root.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block: "center" });
  }
}
