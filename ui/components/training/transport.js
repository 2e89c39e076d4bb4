// What the buttons do: train and pause, one batch, back to the start, slow motion; and what a hidden tab does.

import { bringIntoView } from "../shared/dom.js";

const SLOW = 3; // batches a second
const REWOUND = "Back at the same weights that it began with. The grey curve is the last run.";

export class Transport {
  /** @param {import("./training.js").Training} training */
  constructor(training) {
    this.training = training;
    this.slowly = false;
    this.seen = () => this.see(!document.hidden);
    document.addEventListener("visibilitychange", this.seen);
  }

  remove() {
    document.removeEventListener("visibilitychange", this.seen);
  }

  toggle() {
    if (this.training.state === "running") this.order("pause", "paused");
    else {
      if (this.training.stay.aims) bringIntoView(this.training.root); // what one trains for is seen while it comes
      this.move("run", "running");
    }
  }

  step() {
    this.move("step", "paused");
  }

  rewind() {
    const { training } = this;
    training.notice = REWOUND;
    training.run.anew();
    training.trainer.rewind();
    training.turn("ready");
  }

  slow() {
    this.slowly = !this.slowly;
    this.keepPace();
    this.training.screen.refresh();
  }

  /** Tell the worker how fast to go. */
  keepPace() {
    this.training.trainer.order("pace", { batchesASecond: this.slowly ? SLOW : 0 });
  }

  /** @param {boolean} visible whether somebody can see the page */
  see(visible) {
    const { state } = this.training;
    if (!visible && state === "running") this.order("pause", "hidden");
    else if (visible && state === "hidden") this.order("run", "running");
  }

  /** Go on from the newest step. */
  move(order, state) {
    const { training } = this;
    training.notice = "";
    training.run.back = null;
    if (training.run.ended) training.run.anew();
    this.order(order, state);
  }

  /** @param {"run" | "pause" | "step"} order */
  order(order, state) {
    this.training.trainer.order(order);
    this.training.turn(state);
  }
}
