// Examples that draw themselves on an empty pad, one after the other, until it is touched. They are nobody's drawing.

import { calm } from "../shared/dom.js";
import { engine } from "../shared/rebuilding/engine.js";
import { SelfDrawn } from "./presets.js";
import { drawStrokes } from "./strokes.js";

/** @typedef {import("../shared/pen.js").Stroke} Stroke */

const REST = 1800; // milliseconds for which a finished example is looked at
const INVITATION = "Now you: draw, or take one below";

export class Show {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLElement} hint
   * @param {Record<string, Stroke[]>} presets
   */
  constructor(canvas, hint, presets) {
    this.canvas = canvas;
    this.hint = hint;
    this.presets = presets;
    this.self = new SelfDrawn();
    this.begun = false;
    this.timer = 0;
    /** @type {Stroke[] | null} what is seen of the example; null when there is none, or no longer */
    this.seen = null;
  }

  /** @param {string[]} names of the presets to draw; the last one stays. Looked at only once. */
  begin(names) {
    if (this.begun || !names.length) return;
    this.begun = true;
    this.hint.textContent = INVITATION;
    this.hint.classList.add("beneath");
    this.next(calm() ? names.slice(-1) : names);
  }

  /** @param {string[]} names */
  next(names) {
    const [name, ...others] = names;
    const goal = this.presets[name];
    const finish = () => {
      this.self.stop();
      this.look(goal);
      if (others.length) this.timer = setTimeout(() => this.next(others), REST);
    };
    this.self.play(goal, (part) => this.look(part), finish);
  }

  /** Show an example as far as it has come, and have it rebuilt in the page; the server hears nothing. */
  look(strokes) {
    this.seen = strokes;
    this.paint();
    engine.rebuild({ strokes });
  }

  /** @returns {boolean} whether there was an example to paint */
  paint() {
    this.canvas.classList.toggle("example", Boolean(this.seen));
    if (this.seen) drawStrokes(this.canvas, this.seen);
    return Boolean(this.seen);
  }

  /** The pad is the student's from now on. */
  stop() {
    this.begun = true;
    clearTimeout(this.timer);
    this.self.stop();
    this.seen = null;
    this.hint.classList.remove("beneath");
  }
}
