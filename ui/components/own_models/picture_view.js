// A picture as a model rebuilds it, with its error.

import { describe } from "../shared/alternative.js";
import { make } from "../shared/dom.js";
import { paintInk } from "../shared/paint.js";
import { inkBytes } from "../shared/picture.js";
import { rebuilt } from "../shared/rebuilding/rebuilt.js";

const decibels = (error) => (error ? (-10 * Math.log10(error)).toFixed(1) : "∞");

export class PictureView {
  /** @param {import("./own_models.js").Shown} shown */
  constructor({ kept, model, mode }) {
    this.model = model;
    this.noisy = mode === "denoise";
    this.canvas = make("canvas");
    this.canvas.setAttribute("role", "img");
    this.canvas.dataset.testid = "own-picture";
    this.name = `${this.noisy ? "Result of" : "Reconstruction by"} ${kept.name}`;
    this.canvas.setAttribute("aria-label", this.name);
    this.facts = make("p", { className: "facts" });
    this.element = make("div", { className: "picture" }, this.canvas, this.facts);
  }

  /**
   * @param {import("./own_models.js").Given} given
   * @param {import("../shared/palette.js").Palette} colours
   */
  take({ arrays }, colours) {
    this.follow(rebuilt(this.model, { ink: arrays.picture, clean: arrays.clean }), colours);
  }

  /**
   * @param {Pick<import("../shared/rebuilding/engine.js").Rebuilt, "picture" | "error">} rebuilt
   * @param {import("../shared/palette.js").Palette} colours
   */
  follow({ picture, error }, colours) {
    paintInk(this.canvas, inkBytes(picture), colours);
    const psnr = this.noisy ? `PSNR ${decibels(error)} dB\n` : "";
    this.facts.textContent = `${psnr}error ${error.toFixed(4)}`;
    describe(this.canvas, () => `${this.name}: ${this.facts.textContent.replace("\n", ", ")}`);
  }
}
