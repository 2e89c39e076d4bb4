// The student's own digit on the pad, as the network sees it.

import { inkOf } from "../shared/drawing/ink.js";
import { inkBytes } from "../shared/picture.js";

const SHOW_EVERY = 60; // milliseconds at least between two pictures for the worker

export class OwnDigit {
  /** @param {() => void} show called when there is another picture, not too often */
  constructor(show) {
    this.show = show;
    /** @type {Uint8Array | null} */
    this.picture = null;
    this.timer = 0;
  }

  /** @param {import("../shared/pen.js").Stroke[]} strokes */
  draw(strokes) {
    const ink = strokes?.length ? inkOf(strokes) : null;
    this.picture = ink && inkBytes(ink);
    this.timer ||= setTimeout(() => {
      this.timer = 0;
      this.show();
    }, SHOW_EVERY);
  }

  remove() {
    clearTimeout(this.timer);
  }
}
