// One run and the run before it: what has been seen of each.

import { History } from "./history.js";

export class RunState {
  constructor() {
    this.history = new History();
    /** @type {{ step: number, error: number }[]} errors of the run before */
    this.last = [];
    /** @type {number | null} error of PCA with as many numbers */
    this.pca = null;
    /** @type {any} what the worker told when it had built the network */
    this.facts = null;
    /** @type {number | null} the step that the page looks back at */
    this.back = null;
    this.reached = false; // whether PCA was beaten
    this.ended = false; // whether only what was seen of it is left, for its network ended with a document before
  }

  /** Whether its newest error on held-out pictures is below PCA's. */
  get beatsPca() {
    const { newest } = this.history;
    return newest?.step > 0 && this.pca !== null && newest.held.mse < this.pca;
  }

  /** The frame that the page shows; none before the first one. */
  get now() {
    const { history, back } = this;
    return back === null ? history.newest : history.near(back);
  }

  /** Begin again from nothing; a run that has learnt anything becomes the last one. */
  anew() {
    if (this.history.newest?.step > 0) this.last = this.history.errors();
    this.history = new History();
    this.back = null;
    this.reached = this.ended = false;
  }
}
