// The two ways to draw without dragging: by keys, and by single taps; and the marks on the paper that belong to them.

import { isFull } from "../shared/full.js";
import { KeyPen } from "../shared/key_pen.js";
import { markPen } from "../shared/led_by_keys.js";
import { afterTap, NO_LINE } from "../shared/taps.js";
import { keepTapping, tappingKept } from "./kept.js";

const KEYS = "Arrow keys move, Space draws";
const FIRST_TAP = "Tap where a line begins";
const NEXT_TAP = "Tap: a line to there. Tap its end: pen up";

export class Undragged {
  /**
   * @param {HTMLElement} root
   * @param {import("./pad.js").Pad} pad
   */
  constructor(root, pad) {
    this.pad = pad;
    /** @type {HTMLElement} */
    this.mark = root.querySelector(".pen-mark");
    /** @type {HTMLElement} */
    this.guide = root.querySelector(".guide");
    /** @type {HTMLElement} */
    this.button = root.querySelector(".tapping");
    this.keys = new KeyPen(
      pad,
      () => this.lead(true),
      (words) => pad.say(words),
    );
    this.leading = false; // whether the keyboard leads the pen, so that one has to see where it is
    this.open = NO_LINE; // which stroke is drawn by taps
    this.tapping = tappingKept();
    this.button.onclick = () => this.turn();
    this.listen(pad.canvas);
  }

  /** @param {HTMLCanvasElement} canvas */
  listen(canvas) {
    const paper = canvas.parentElement;
    canvas.onkeyup = (event) => this.keys.release(event.key);
    canvas.onfocus = () => this.lead(canvas.matches(":focus-visible"));
    canvas.onblur = () => {
      this.keys.leave();
      this.lead(false);
    };
    paper.addEventListener("pointerdown", () => this.lead(false));
    paper.onclick = (event) => this.tapping && this.tap(this.pad.pen.place(event));
  }

  /** Begin or end to draw by taps. */
  turn() {
    if (this.open !== NO_LINE) this.lift();
    this.tapping = !this.tapping;
    keepTapping(this.tapping);
    this.pad.say(this.tapping ? `${FIRST_TAP}.` : "Draw as you like.");
    this.show();
  }

  /** @param {number[]} point */
  tap(point) {
    const { pad } = this;
    pad.stopPreset();
    if (isFull(pad)) return;
    const { strokes, open } = afterTap(pad.strokes, this.open, point);
    if (strokes === pad.strokes) {
      this.lift();
      return;
    }
    const first = strokes.length > pad.strokes.length;
    this.open = open;
    pad.commit(strokes);
    if (first) pad.draw();
    else pad.settle("");
    pad.say(first ? "A line begins." : "A line to there.");
  }

  /** The line that taps have drawn is at its end. */
  lift() {
    this.open = NO_LINE;
    this.pad.settle("Pen up.");
  }

  /** @param {boolean} leading whether the keyboard leads the pen from now on */
  lead(leading) {
    this.leading = leading;
    this.show();
  }

  /** Strokes have come from elsewhere: no line is under way. */
  drop() {
    this.keys.drop();
    this.open = NO_LINE;
  }

  /** Show where the pen is, and what to do. */
  show() {
    const { mark, guide, leading, tapping, keys, open, pad } = this;
    const line = open === pad.strokes.length - 1 ? pad.strokes[open] : undefined;
    markPen(mark, leading ? keys.place : line?.slice(-2), leading ? Boolean(keys.stroke) : Boolean(line));
    const words = leading ? (pad.strokes.length ? "" : KEYS) : tapping ? (line ? NEXT_TAP : FIRST_TAP) : "";
    guide.textContent = words;
    guide.hidden = !words;
    this.button.setAttribute("aria-pressed", String(tapping));
    pad.pen.off = tapping;
  }
}
