// The way from one picture to another, as a model decodes it.

import { fitChildren, make } from "../shared/dom.js";
import { paintInk } from "../shared/paint.js";
import { inkBytes, PIXELS, pictureAt } from "../shared/picture.js";
import { extrasOf } from "../shared/rebuilding/extras.js";
import { rebuilt } from "../shared/rebuilding/rebuilt.js";

const FRAMES = 9;

export class WayView {
  /** @param {import("./own_models.js").Shown} shown */
  constructor({ kept, model }) {
    this.model = model;
    this.variational = kept.settings.kind === "variational";
    this.element = make("div", { className: "way" });
    this.element.setAttribute("role", "img");
    this.element.dataset.testid = "own-way";
    this.element.setAttribute("aria-label", `The way from the first picture to the second by ${kept.name}`);
  }

  /**
   * Say what the model has to decode besides a drawing.
   *
   * @param {import("./own_models.js").Given} given
   * @returns {import("../shared/rebuilding/extras.js").Extra}
   */
  extra({ header, arrays }) {
    return { kind: "way", second: arrays.second, spherical: header.spherical && this.variational, count: FRAMES };
  }

  /**
   * @param {import("./own_models.js").Given} given
   * @param {import("../shared/palette.js").Palette} colours
   */
  take(given, colours) {
    const made = rebuilt(this.model, { ink: given.arrays.picture });
    this.follow({ more: extrasOf(made, { way: this.extra(given) }, this.model) }, colours);
  }

  /**
   * @param {Pick<import("../shared/rebuilding/engine.js").Rebuilt, "more">} rebuilt
   * @param {import("../shared/palette.js").Palette} colours
   */
  follow({ more }, colours) {
    if (!more.way) return;
    const pictures = inkBytes(more.way);
    fitChildren(this.element, pictures.length / PIXELS, () => make("canvas"));
    for (const [index, canvas] of [...this.element.children].entries())
      paintInk(/** @type {HTMLCanvasElement} */ (canvas), pictureAt(pictures, index), colours);
  }
}
