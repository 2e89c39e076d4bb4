// A selection without a drag: two taps, or two dots by the keyboard, are corners of a rectangle.

import { rowsWithin } from "./lasso.js";

/** @typedef {import("./atlas.js").Atlas} Atlas */
/** @typedef {import("./chart.js").Chart} Chart */

const AROUND = 4; // CSS pixels of room around the corners: a dot that is one lies within, and one alone is seen
const FIRST = "Tap two corners, or draw a line around digits. By keyboard: Enter on two dots.";
const SECOND = "One corner is set. Now the opposite one.";

/**
 * Give the rectangle around two places.
 *
 * @param {number[]} one
 * @param {number[]} other
 * @returns {number[][]} its corners, one after the other
 */
export function rectangle(one, other) {
  const [left, top] = one.map((at, axis) => Math.min(at, other[axis]) - AROUND);
  const [right, bottom] = one.map((at, axis) => Math.max(at, other[axis]) + AROUND);
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** Rectangles that are begun with one tap and ended with the next. */
export class Corners {
  /** @param {Atlas} atlas */
  constructor(atlas) {
    this.atlas = atlas;
    /** @type {{ chart: Chart, place: number[] } | null} the corner that waits for another */
    this.first = null;
  }

  /** What to do next; null without the lasso in the hand. */
  get words() {
    if (!this.atlas.lassoing) return null;
    return this.first ? SECOND : FIRST;
  }

  /** The lasso is taken into the hand, or laid down. */
  begin() {
    this.first = null;
    this.atlas.line = null;
    this.atlas.showHand();
  }

  /**
   * @param {Chart} chart
   * @param {number[]} place that was tapped, or where a dot is
   */
  set(chart, place) {
    const { atlas, first } = this;
    if (first?.chart !== chart) {
      this.first = { chart, place };
      atlas.lassoOn = chart;
      this.stretch(chart, place);
      atlas.showHand();
      return;
    }
    const rows = rowsWithin(rectangle(first.place, place), chart, atlas.strengths);
    atlas.takeLasso(false);
    atlas.choose(rows);
  }

  /** Show what the rectangle would be with its other corner here. */
  stretch(chart, place) {
    if (this.first?.chart !== chart) return;
    this.atlas.line = rectangle(this.first.place, place);
    this.atlas.refresh();
  }
}
