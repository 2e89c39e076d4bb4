// A pen led by keys: arrows move it, Space or Enter puts it down and lifts it.

import { isFull } from "./full.js";
import { STROKE_UNITS } from "./pen.js";

/** @typedef {import("./pen.js").Stroke} Stroke */

const COARSE = 40; // thousandths of the side, one press of an arrow key
const FINE = 10; // the same with Shift
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const TURNS = [" ", "Enter"];

export class KeyPen {
  /**
   * @param {import("./pen.js").Paper} paper
   * @param {() => void} show called when the pen has moved, was put down or lifted
   * @param {(words: string) => void} say called with what a screen reader is to say
   */
  constructor(paper, show, say) {
    this.paper = paper;
    this.show = show;
    this.say = say;
    /** @type {number[]} in thousandths of the side */
    this.place = [STROKE_UNITS / 2, STROKE_UNITS / 2];
    /** @type {Stroke | null} under way; null while the pen is up */
    this.stroke = null;
    /** @type {Set<string>} arrows that are down: two of them lead aslant */
    this.held = new Set();
  }

  /**
   * @param {Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey" | "repeat">} event
   * @returns {boolean} whether the key was meant for the pen
   */
  press({ key, shiftKey, ctrlKey, metaKey, altKey, repeat }) {
    if (ctrlKey || metaKey || altKey) return false;
    if (key in ARROWS) {
      this.held.add(key);
      this.move(shiftKey ? FINE : COARSE);
    } else if (TURNS.includes(key)) {
      if (!repeat) this.turn();
    } else if (key === "Escape" && this.stroke) this.lift();
    else return false;
    return true;
  }

  /** @param {string} key that has come up */
  release(key) {
    this.held.delete(key);
  }

  move(far) {
    const before = this.place;
    for (const key of this.held)
      this.place = this.place.map((at, axis) => Math.min(STROKE_UNITS, Math.max(0, at + far * ARROWS[key][axis])));
    const moved = this.place.some((at, axis) => at !== before[axis]);
    if (this.stroke && moved && !isFull(this.paper)) {
      this.stroke.push(...this.place);
      this.paper.draw();
    }
    this.show();
  }

  turn() {
    if (this.stroke) {
      this.lift();
      return;
    }
    this.stroke = isFull(this.paper) ? null : this.paper.begin([...this.place]);
    if (!this.stroke) return;
    this.paper.draw();
    this.say(`Pen down, ${where(this.place)}.`);
    this.show();
  }

  lift() {
    this.stroke = null;
    this.paper.lift();
    this.say(`Pen up, ${where(this.place)}.`);
    this.show();
  }

  /** The keyboard goes elsewhere. */
  leave() {
    this.held.clear();
    if (this.stroke) this.lift();
  }

  /** The stroke under way is no longer wanted: another one may begin. */
  drop() {
    this.stroke = null;
  }
}

/**
 * Say in which ninth of the paper a place lies.
 *
 * @param {number[]} place
 */
export function where([x, y]) {
  const third = (at, low, high) => (at < STROKE_UNITS / 3 ? low : at > (2 * STROKE_UNITS) / 3 ? high : "");
  return [third(y, "top", "bottom"), third(x, "left", "right")].filter(Boolean).join(" ") || "middle";
}
