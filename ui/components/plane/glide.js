// The window on its way to another one, so that the eye sees how much more or less it then shows.

import { calm } from "../shared/dom.js";

/** @typedef {import("./scale.js").View} View */

const LASTS = 900; // milliseconds

/**
 * Find the window between two, zooming evenly.
 *
 * @param {View} from
 * @param {View} to
 * @param {number} share 0 to 1
 * @returns {View}
 */
export function between(from, to, share) {
  const half = from.half * (to.half / from.half) ** share;
  const along = from.half === to.half ? share : (half - from.half) / (to.half - from.half);
  return { x: from.x + along * (to.x - from.x), y: from.y + along * (to.y - from.y), half };
}

export class Glide {
  /** @param {(view: View) => void} show */
  constructor(show) {
    this.show = show;
    this.frame = 0;
  }

  /**
   * @param {View} from
   * @param {View} to
   */
  begin(from, to) {
    this.stop();
    if (calm()) {
      this.show({ ...to });
      return;
    }
    const [start, first] = [performance.now(), { ...from }];
    const step = (/** @type {number} */ now) => {
      const share = Math.min(1, Math.max(0, (now - start) / LASTS));
      this.frame = share < 1 ? requestAnimationFrame(step) : 0;
      this.show(between(first, to, share * share * (3 - 2 * share)));
    };
    this.frame = requestAnimationFrame(step);
  }

  stop() {
    cancelAnimationFrame(this.frame);
  }
}
