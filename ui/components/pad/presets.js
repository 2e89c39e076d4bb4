// The row of digits that draw themselves.

import { calm, make } from "../shared/dom.js";
import { countPoints } from "../shared/full.js";
import { firstPoints } from "./strokes.js";

/** @typedef {import("../shared/pen.js").Stroke} Stroke */

const STEP = 16; // milliseconds between two points of a digit that draws itself

/**
 * @param {Element} row
 * @param {string[]} names
 * @param {(name: string) => void} choose
 */
export function offerPresets(row, names, choose) {
  for (const name of names) {
    const button = make("button", { type: "button", textContent: name, onclick: () => choose(name) });
    button.setAttribute("aria-label", `Draw ${name === "8" ? "an" : "a"} ${name} for me`);
    row.append(button);
  }
}

/** A digit that draws itself, point by point. */
export class SelfDrawn {
  constructor() {
    /** @type {Stroke[] | null} what it will be */
    this.goal = null;
    this.timer = 0;
  }

  /**
   * @param {Stroke[]} goal
   * @param {(part: Stroke[]) => void} show each part as it grows
   * @param {() => void} finish at the end; at once where the student asked for a screen that does not move
   */
  play(goal, show, finish) {
    this.goal = goal;
    if (calm()) return finish();
    const total = countPoints(goal);
    let points = 0;
    this.timer = setInterval(() => {
      points += 1;
      if (points >= total) finish();
      else show(firstPoints(goal, points));
    }, STEP);
  }

  /** @returns {Stroke[] | null} what it would have become; null if nothing drew itself */
  stop() {
    clearInterval(this.timer);
    const { goal } = this;
    this.goal = null;
    return goal;
  }
}
