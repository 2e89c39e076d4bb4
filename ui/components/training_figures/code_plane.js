// The codes as dots on a plane, in the colours of their classes; they glide from one report to the next.

import { describe } from "../shared/alternative.js";
import { classButtons } from "../shared/classes.js";
import { calm } from "../shared/dom.js";
import { clamp } from "../shared/numbers.js";
import { paintMap } from "../tsne/map.js";

const SHARE = 0.25; // of the way that is left, every frame
const NEAR = 1e-3; // of the map's width
const TWO = "A code has two numbers here: the dots lie where they say.";
const MORE = "Codes have more numbers here: you see the two directions in which they differ most.";
const ONE = "A code has one number here: all dots lie on a line.";

const OUTSIDE = 0.02; // share of dots on either side of an axis that may lie far out
const MARGIN = 0.6; // of the others' width, within which a dot is not far out

/**
 * Bring dots that lie far out to the edge, so that a few of them do not squeeze all others together.
 *
 * @param {Float32Array} codes x0, y0, x1, …
 * @returns {Float32Array}
 */
export function inView(codes) {
  const [x, y] = [0, 1].map((axis) => {
    const sorted = codes.filter((_, at) => at % 2 === axis).sort();
    const [low, high] = [OUTSIDE, 1 - OUTSIDE].map((share) => sorted[Math.round(share * (sorted.length - 1))]);
    const spare = MARGIN * (high - low);
    return [low - spare, high + spare];
  });
  return codes.map((value, at) => {
    const [low, high] = at % 2 ? y : x;
    return clamp(value, low, high);
  });
}

export class CodePlane {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLElement} legend
   * @param {HTMLElement} axes
   */
  constructor(canvas, legend, axes) {
    this.canvas = canvas;
    this.legend = legend;
    this.axes = axes;
    /** @type {Set<number>} classes */
    this.hidden = new Set();
    this.names = "";
    this.frame = 0;
    /** @type {Float32Array} */
    this.places = this.goal = null;
    this.labels = this.colours = this.classes = null;
  }

  /**
   * @param {import("../training/history.js").Frame} frame
   * @param {string[]} names of the classes
   * @param {import("../shared/palette.js").Palette} colours
   * @param {number} code size
   */
  show(frame, names, colours, code) {
    if (this.names !== names.join()) {
      this.names = names.join();
      this.hidden.clear();
      this.legend.replaceChildren(...classButtons(names, this.hidden, () => this.paint()));
    }
    this.axes.textContent = code === 1 ? ONE : code === 2 ? TWO : MORE;
    const { codeLabels, step } = frame;
    describe(this.canvas, () => `Codes of ${codeLabels.length} held-out pictures after ${step} steps.`);
    const goal = inView(frame.codes);
    const fresh = !this.places || this.places.length !== goal.length || frame.step === 0 || calm();
    Object.assign(this, { goal, labels: frame.codeLabels, classes: names, colours });
    if (fresh) this.places = goal.slice();
    this.glide();
  }

  glide() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      let far = 0;
      let wide = 0;
      for (let at = 0; at < this.goal.length; at += 1) {
        const way = this.goal[at] - this.places[at];
        this.places[at] += SHARE * way;
        far = Math.max(far, Math.abs(way));
        wide = Math.max(wide, Math.abs(this.goal[at]));
      }
      this.paint();
      if (far > NEAR * wide) this.glide();
    });
  }

  paint() {
    const { places, labels, hidden, classes, colours } = this;
    if (places) paintMap(this.canvas, { places, labels, hidden, names: classes, colours });
  }

  remove() {
    cancelAnimationFrame(this.frame);
  }
}
