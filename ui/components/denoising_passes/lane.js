// One model's lane: the large picture of the step that is shown, the clean picture, and a strip of all steps.

import { fitChildren, make } from "../shared/dom.js";
import { paintInk } from "../shared/paint.js";
import { inkBytes, pictureAt } from "../shared/picture.js";
import { verdict } from "./verdict.js";

/** @typedef {import("../shared/palette.js").Palette} Palette */

const CLEAN = "The clean picture, which it never gets to see";

export class Lane {
  /**
   * @param {number} index
   * @param {(step: number) => void} choose called with a step of the strip
   */
  constructor(index, choose) {
    this.choose = choose;
    this.title = make("b");
    this.now = make("canvas");
    this.now.setAttribute("aria-hidden", "true"); // its caption says what it is, and that of the clean one
    this.now.dataset.testid = `watch-now-${index}`;
    this.caption = make("figcaption");
    this.clean = make("canvas");
    this.clean.setAttribute("aria-hidden", "true");
    this.strip = make("div", { className: "strip" });
    this.strip.setAttribute("role", "group");
    this.strip.setAttribute("aria-label", "All steps");
    const now = make("figure", { className: "now" }, this.now, this.caption);
    const clean = make("figure", { className: "clean" }, this.clean, make("figcaption", { textContent: CLEAN }));
    this.verdict = make("p");
    this.element = make("div", { className: `lane series-${index}` }, this.title, now, clean, this.strip, this.verdict);
    /** @type {import("./walk.js").Walk & { title: string }} */
    this.walk = null;
    /** @type {Uint8Array[]} one for every step */
    this.pictures = [];
    /** @type {Palette} */
    this.colours = null;
  }

  /**
   * @param {import("./walk.js").Walk & { title: string }} walk
   * @param {Float32Array} clean
   * @param {Palette} colours
   */
  show(walk, clean, colours) {
    this.walk = walk;
    this.colours = colours;
    this.pictures = walk.errors.map((_, step) => pictureAt(walk.pictures, step));
    this.title.textContent = walk.title;
    this.verdict.textContent = verdict(walk);
    paintInk(this.clean, inkBytes(clean), colours);
    fitChildren(this.strip, walk.errors.length, (step) => this.makeStep(step));
    walk.errors.forEach((error, step) => {
      const button = this.strip.children[step];
      const best = step === walk.best;
      paintInk(button.querySelector("canvas"), this.pictures[step], colours);
      button.classList.toggle("best", best);
      const words = `${walk.title}, step ${step}: error ${error.toFixed(4)}${best ? ", the smallest" : ""}`;
      button.setAttribute("aria-label", words);
    });
  }

  makeStep(step) {
    return make("button", { type: "button", onclick: () => this.choose(step) }, make("canvas"), `${step}`);
  }

  /**
   * Say which step is shown.
   *
   * @param {number} step
   */
  mark(step) {
    const error = this.walk.errors[step].toFixed(4);
    const words = step ? `After ${step} ${step === 1 ? "step" : "steps"}` : "The noisy picture";
    this.caption.textContent = `${words}: error ${error}`;
    for (const [place, button] of [...this.strip.children].entries()) {
      button.setAttribute("aria-pressed", String(place === step));
      button.classList.toggle("ahead", place > step);
    }
  }

  /**
   * Paint the large picture between two steps.
   *
   * @param {number} from
   * @param {number} to
   * @param {number} share of the way
   */
  paint(from, to, share) {
    const after = this.pictures[to];
    const before = this.pictures[from] ?? after;
    const between = after.map((byte, at) => before[at] + (byte - before[at]) * share);
    paintInk(this.now, between, this.colours);
  }
}
