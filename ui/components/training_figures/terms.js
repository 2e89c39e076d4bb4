// The loss over the steps, a pair of curves for each of its terms: pictures that train, and held-out ones.

import { describe } from "../shared/alternative.js";
import { make } from "../shared/dom.js";
import { label, placesIn, shape } from "../shared/svg.js";
import { stepsInView } from "../training/scale.js";

/** @typedef {import("../training/history.js").Frame} Frame */

const BOX = { height: 180, left: 42, right: 10, top: 8, bottom: 22 };
const USUAL_WIDTH = 320;
const NAMES = { reconstruction: "reconstruction", sparsity: "penalty on activity", kl: "KL divergence" };

export class Terms {
  /**
   * @param {SVGElement} svg
   * @param {HTMLElement} keys
   */
  constructor(svg, keys) {
    this.svg = svg;
    this.keys = keys;
    this.width = USUAL_WIDTH;
  }

  /** @param {number} width in CSS pixels */
  resize(width) {
    this.width = width || USUAL_WIDTH;
  }

  /**
   * @param {Frame[]} frames
   * @param {Frame} now
   * @param {string[]} terms
   */
  show(frames, now, terms) {
    const { across, up } = placesIn({ ...BOX, width: this.width });
    const steps = stepsInView(frames.at(-1).step);
    const most = Math.max(1, ...frames.slice(1).flatMap(({ held }) => terms.map((term) => held[term] ?? 0)));
    const high = roundedUp(most);
    const line = (part, term, index) => {
      const kept = frames.filter((frame) => frame[part]);
      const points = kept.map((frame) => {
        const height = Math.min(1, Math.max(0, frame[part][term] / high));
        return `${across(frame.step / steps).toFixed(1)},${up(height).toFixed(1)}`;
      });
      return shape("polyline", { points: points.join(" "), class: `${part} term-${index}` });
    };
    const x = across(now.step / steps).toFixed(1);
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${BOX.height}`);
    this.svg.replaceChildren(
      ...[0, 0.5, 1].flatMap((share) => [
        shape("line", { class: "rule", x1: across(0), x2: across(1), y1: up(share), y2: up(share) }),
        label(Number((share * high).toPrecision(2)), BOX.left - 6, up(share) + 4, "end"),
      ]),
      ...[0, 0.5, 1].map((share) => label(share * steps, across(share), BOX.height - 5, share < 1 ? "middle" : "end")),
      ...terms.flatMap((term, index) => [line("train", term, index), line("held", term, index)]),
      shape("line", { class: "now", x1: x, x2: x, y1: up(0), y2: up(1) }),
    );
    this.showKeys(now, terms);
  }

  showKeys(now, terms) {
    const words = (term) => {
      const train = now.train ? now.train[term].toFixed(1) : "–";
      return `${NAMES[term] ?? term}: ${train} train, ${now.held[term].toFixed(1)} held-out`;
    };
    const keys = terms.map((term, index) => make("span", {}, make("i", { className: `term-${index}` }), words(term)));
    this.keys.replaceChildren(...keys);
    describe(this.svg, () => `Loss after ${now.step} steps. ${terms.map(words).join("; ")}.`);
  }
}

/** The next number with one figure that is 1, 2, 3, 5 or 7. */
function roundedUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 3, 5, 7].find((factor) => factor * power >= value) ?? 10);
}
