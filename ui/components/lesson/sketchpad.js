// A small paper for a guess that is drawn.

import { make } from "../shared/dom.js";
import { ledByKeys } from "../shared/led_by_keys.js";
import { palette } from "../shared/palette.js";
import { Pen } from "../shared/pen.js";
import { paintStrokes } from "./picture.js";

const SIDE = 360; // canvas pixels
const NEAREST = 6; // thousandths between two points of a stroke
const LABEL =
  "Paper for your sketch; draw with mouse or finger, or with arrow keys and Space for pen down and up, or go on without";

export class Sketchpad {
  /** @param {(strokes: number[][]) => void} choose */
  constructor(choose) {
    /** @type {number[][]} */
    this.strokes = [];
    this.canvas = make("canvas", { width: SIDE, height: SIDE, className: "paper" });
    this.canvas.setAttribute("aria-label", LABEL);
    this.canvas.dataset.testid = "lesson-sketch";
    this.button = make("button", {
      type: "button",
      className: "main",
      textContent: "That's my sketch",
      disabled: true,
    });
    this.button.onclick = () => choose(this.strokes);
    this.clear = make("button", { type: "button", textContent: "Clear", disabled: true });
    this.clear.onclick = () => {
      this.strokes = [];
      this.paint();
    };
    this.pen = new Pen(this.canvas, NEAREST, this);
    const said = make("span", { className: "unseen" });
    said.setAttribute("role", "status");
    const sheet = make("div", { className: "sheet" }, this.canvas);
    ledByKeys(this.canvas, this, (words) => {
      said.textContent = words;
    });
    const buttons = make("span", {}, this.button, this.clear);
    this.element = make("div", { className: "sketch" }, sheet, buttons, said);
    requestAnimationFrame(() => this.paint());
  }

  begin(point) {
    const stroke = [...point];
    this.strokes.push(stroke);
    return stroke;
  }

  draw() {
    this.paint();
  }

  lift() {
    this.paint();
  }

  paint() {
    const { paper, ink } = palette(this.canvas);
    paintStrokes(this.canvas, this.strokes, `rgb(${paper})`, `rgb(${ink})`);
    this.button.disabled = this.clear.disabled = !this.strokes.length;
  }
}
