// The worker that trains, as the page sees it. News of a run that is over never reaches the page.

/**
 * @typedef {import("../shared/learning/settings.js").Settings} Settings
 *
 * @typedef {object} Material
 * @property {Uint8Array} pictures 784 bytes each, 0 for paper, 255 for ink
 * @property {Uint8Array} labels
 */

export class Trainer {
  /**
   * @param {(news: any) => void} hear called with what the worker tells
   * @param {() => void} fail called when it cannot be loaded
   */
  constructor(hear, fail) {
    this.hear = hear;
    this.fail = fail;
    this.begun = 0; // runs that the worker was asked for, and of which it has not told anything yet
    this.rewinding = false;
    /** @type {Map<string, (news: any) => void>} what waits for an answer, by its name */
    this.waiting = new Map();
    this.worker = new Worker(new URL("../shared/learning/worker.js", import.meta.url), { type: "module" });
    this.worker.onmessage = ({ data }) => this.take(data);
    this.worker.onerror = () => this.fail();
  }

  take(news) {
    if (news.news === "begun") this.begun -= 1;
    if (news.news === "failed") this.begun = 0;
    this.waiting.get(news.news)?.(news);
    if (this.begun > 0) return;
    if (news.news === "progress" && this.rewinding && news.step > 0) return;
    this.rewinding = false;
    this.hear(news);
  }

  /**
   * Build a network and show what it makes of pictures before it has learnt anything.
   *
   * @param {Settings} settings
   * @param {Material} material
   * @param {Uint8Array} shown pictures to rebuild
   */
  begin(settings, { pictures, labels }, shown) {
    this.begun += 1;
    this.rewinding = false;
    this.order("begin", { settings, pictures, labels, shown });
  }

  /**
   * Ask for something that comes once.
   *
   * @param {"save" | "initial"} order
   * @param {"saved" | "initial"} answer
   * @returns {Promise<any>}
   */
  ask(order, answer) {
    return new Promise((resolve) => {
      this.waiting.set(answer, resolve);
      this.order(order);
    });
  }

  rewind() {
    this.rewinding = true;
    this.order("rewind");
  }

  /**
   * @param {"run" | "pause" | "step" | "pace" | "change" | "show" | "save" | "initial" | "begin" | "rewind"} order
   * @param {Record<string, any>} [more]
   */
  order(order, more = {}) {
    this.worker.postMessage({ order, ...more });
  }

  end() {
    this.worker.terminate();
  }
}
