// The board's place on a page, which comes and goes while the board and its run stay.

import { hear } from "../shared/page.js";
import { Panel } from "./panel.js";
import { followPointer } from "./pointer.js";

/** Base class. A board gives `header`, `state`, `begin` and `repaint`. */
export class Seat {
  constructor() {
    /** @type {HTMLElement} */
    this.root = null;
    /** @type {HTMLCanvasElement} */
    this.canvas = null;
    /** @type {Panel} */
    this.panel = null;
    /** @type {any} */
    this.colours = this.header = null;
    this.state = "";
    this.seen = false; // whether this page has heard of the run
    this.observer = new ResizeObserver(() => this.header && this.repaint());
    this.stopHearing = () => {};
  }

  begin() {}

  repaint() {}

  /**
   * Take a place on a page, the first one or, after `remove`, another one.
   *
   * @param {HTMLElement} parentElement
   */
  settle(parentElement) {
    this.root = parentElement.querySelector(".tsne");
    this.canvas = this.root.querySelector("canvas.map");
    this.panel = new Panel(parentElement);
    this.seen = false;
    this.stopHearing = hear({
      "tsne-codes": (key) => this.state === "waiting" && key === this.header.material && this.begin(),
    });
    this.observer.observe(this.canvas);
    this.panel.listen(/** @type {any} */ (this));
    followPointer(/** @type {any} */ (this));
  }

  /** Leave the page. */
  remove() {
    this.observer.disconnect();
    this.stopHearing();
  }

  /** Show on a page that is opened again what the run is about, and its state. */
  fillPanel() {
    this.panel.offer(this.header);
    this.panel.newClasses(/** @type {any} */ (this));
    this.panel.turn(/** @type {any} */ (this));
  }
}
