// Pictures that a variational model decodes from codes drawn at random.

import { Dice } from "../shared/dice.js";
import { make } from "../shared/dom.js";
import { paintInk } from "../shared/paint.js";
import { inkBytes } from "../shared/picture.js";

const COUNT = 12;

export class SampleView {
  /** @param {import("./own_models.js").Shown} shown */
  constructor({ kept, model }) {
    this.model = model;
    this.seed = 0;
    this.colours = null;
    this.canvases = Array.from({ length: COUNT }, () => make("canvas"));
    this.canvases[0].dataset.testid = "own-sample";
    const grid = make("div", { className: "samples" }, ...this.canvases);
    grid.setAttribute("role", "img");
    grid.setAttribute("aria-label", `${COUNT} pictures that ${kept.name} makes of codes drawn at random`);
    const shuffle = make("button", { type: "button", textContent: "Shuffle", onclick: () => this.shuffle() });
    this.element = make("div", { className: "sampling" }, grid, shuffle);
  }

  /**
   * @param {import("./own_models.js").Given} _given
   * @param {import("../shared/palette.js").Palette} colours
   */
  take(_given, colours) {
    this.colours = colours;
    this.paint();
  }

  shuffle() {
    this.seed += 1;
    this.paint();
  }

  paint() {
    const dice = new Dice(this.seed);
    for (const canvas of this.canvases) {
      const code = Float32Array.from({ length: this.model.code }, () => dice.normal());
      paintInk(canvas, inkBytes(this.model.decoder.run(code)), this.colours);
    }
  }
}
