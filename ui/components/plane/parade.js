// Places shown one after the other.

import { calm } from "../shared/dom.js";

const EACH = 90; // milliseconds
const LAST = 1000; // milliseconds, where nothing may move: then only the last place is shown

export class Parade {
  /** @param {(place: number[] | null) => void} point called with every place, and with null at the end */
  constructor(point) {
    this.point = point;
    this.timer = 0;
  }

  /** @param {number[][]} places */
  show(places) {
    this.stop();
    const still = calm();
    const waiting = still ? places.slice(-1) : [...places];
    this.point(waiting.shift());
    const next = () => (waiting.length ? this.point(waiting.shift()) : this.stop());
    this.timer = setInterval(next, still ? LAST : EACH);
  }

  stop() {
    if (!this.timer) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.point(null);
  }
}
