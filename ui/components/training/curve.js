// The error curve: this run's on held-out and on training pictures, PCA's line to beat, and the run before in grey.

import { describe } from "../shared/alternative.js";
import { label, placesIn, shape } from "../shared/svg.js";
import { errorsInView, shareUp, stepsInView, tickWords } from "./scale.js";

/**
 * @typedef {{ step: number, error: number }} Point
 * @typedef {object} Shown
 * @property {import("./history.js").Frame[]} frames of this run
 * @property {import("./history.js").Frame} now the one that the page shows
 * @property {Point[]} last of the run before; none if there was none
 * @property {number | null} pca error of PCA with as many numbers
 */

const BOX = { height: 164, right: 10, top: 8, bottom: 22 };
const SIGN = 7; // CSS pixels at most
const LEAST_LEFT = 42;
const USUAL_WIDTH = 360;

export class Curve {
  /**
   * @param {SVGElement} svg
   * @param {HTMLElement} apart where to say how far apart two lines are
   */
  constructor(svg, apart) {
    this.svg = svg;
    this.apart = apart;
    this.left = LEAST_LEFT;
    this.width = USUAL_WIDTH;
    this.axes = shape("g", {});
    this.last = shape("polyline", { class: "last" });
    this.train = shape("polyline", { class: "train" });
    this.held = shape("polyline", { class: "held" });
    this.pca = shape("line", { class: "pca" });
    this.name = label("PCA", 0, 0, "end");
    this.now = shape("circle", { r: 4.5 });
    svg.replaceChildren(this.axes, this.last, this.train, this.held, this.pca, this.name, this.now);
    this.drawn = "";
  }

  /** @param {number} width in CSS pixels */
  resize(width) {
    this.width = width || USUAL_WIDTH;
    this.drawn = "";
  }

  /** @param {Shown} shown */
  show({ frames, now, last, pca }) {
    const steps = stepsInView(frames.at(-1).step);
    const before = last.filter(({ step }) => step <= steps);
    const held = frames.map(({ step, held: { mse } }) => ({ step, error: mse }));
    const train = frames.filter((frame) => frame.train).map((frame) => ({ step: frame.step, error: frame.train.mse }));
    const errors = [...held, ...train, ...before].map(({ error }) => error);
    const view = errorsInView(pca === null ? errors : [...errors, pca]);
    this.left = Math.max(LEAST_LEFT, 6 + SIGN * tickWords(view.ticks[0]).length);
    const { across, up } = placesIn({ ...BOX, left: this.left, width: this.width });
    const x = (step) => across(step / steps);
    const y = (error) => up(shareUp(error, view));
    this.drawAxes(steps, view, x, y);
    const points = (curve) => curve.map(({ step, error }) => `${x(step).toFixed(1)},${y(error).toFixed(1)}`).join(" ");
    this.last.setAttribute("points", points(before));
    this.train.setAttribute("points", points(train));
    this.held.setAttribute("points", points(held));
    place(this.now, { cx: x(now.step), cy: y(now.held.mse) });
    for (const part of [this.pca, this.name]) part.toggleAttribute("hidden", pca === null);
    describe(this.svg, () => curveWords(now, pca));
    if (pca === null) return;
    place(this.pca, { x1: x(0), x2: x(steps), y1: y(pca), y2: y(pca) });
    place(this.name, { x: x(steps) - 2, y: y(pca) - 5 });
  }

  drawAxes(steps, view, x, y) {
    const key = [steps, view.low, view.high, this.width].join();
    if (key === this.drawn) return;
    this.drawn = key;
    this.apart.textContent = view.apart;
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${BOX.height}`);
    this.axes.replaceChildren(
      ...view.ticks.flatMap((error) => [
        shape("line", { class: "rule", x1: x(0), x2: x(steps), y1: y(error), y2: y(error) }),
        label(tickWords(error), this.left - 6, y(error) + 4, "end"),
      ]),
      ...[0, steps / 2, steps].map((step) => label(step, x(step), BOX.height - 5, step < steps ? "middle" : "end")),
      label("steps", x(steps / 4), BOX.height - 5, "middle"),
    );
  }
}

function curveWords({ step, held }, pca) {
  const beside = pca === null ? "" : `; PCA with as many numbers has ${pca.toFixed(4)}`;
  return `Error over the steps. On held-out pictures it is ${held.mse.toFixed(4)} a pixel after ${step} steps${beside}.`;
}

function place(element, places) {
  for (const [name, value] of Object.entries(places)) element.setAttribute(name, value.toFixed(1));
}
