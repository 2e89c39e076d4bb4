// Brings settings into the address when the hand rests: the only thing that ever goes to the server.

import { textsOf } from "./address.js";

const RESTED = 700; // milliseconds without a change

export class Reporter {
  constructor() {
    this.timer = 0;
    this.send = null;
    this.sent = "";
  }

  /**
   * The address says this already.
   *
   * @param {import("../shared/learning/settings.js").Settings} settings
   */
  know(settings) {
    clearTimeout(this.timer);
    this.sent = JSON.stringify(textsOf(settings));
  }

  /** @param {import("../shared/learning/settings.js").Settings} settings that are on now */
  report(settings) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const texts = textsOf(settings);
      if (JSON.stringify(texts) === this.sent) return;
      this.sent = JSON.stringify(texts);
      this.send("rested", texts);
    }, RESTED);
  }

  remove() {
    clearTimeout(this.timer);
  }
}
