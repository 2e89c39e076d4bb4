// How a run stays: while other pages are on the screen, and, as far as it was seen, after a reload.

import { keepRun, keptRun } from "./kept_run.js";
import { park, takeParked } from "./parked.js";
import { Trainer } from "./trainer.js";

export class Stay {
  /** @param {import("./training.js").Training} training */
  constructor(training) {
    this.training = training;
    this.aims = false; // whether a run rests as soon as it has beaten PCA
    this.left = () => this.keep();
    addEventListener("pagehide", this.left);
  }

  /** Go on with the run that was on the screen before; says whether there is one. */
  begin() {
    const { training } = this;
    const parked = takeParked(training.settings);
    const hear = (news) => training.take(news);
    const fail = () => training.turn("lost");
    training.trainer = parked?.trainer ?? new Trainer(hear, fail);
    Object.assign(training.trainer, { hear, fail });
    if (parked) {
      const { run, material, state } = parked;
      Object.assign(training, { run, material, state: this.aims && run.reached ? "reached" : state });
      training.transport.keepPace();
      this.stopAtAim();
    } else if (this.aims) training.run = keptRun(training.settings) ?? training.run;
    return Boolean(parked);
  }

  /** Where PCA is to be beaten, a run rests once it has; whoever wants more goes on. */
  stopAtAim() {
    const { run, transport } = this.training;
    if (!this.aims || run.ended || run.reached || !run.beatsPca) return;
    run.reached = true;
    transport.order("pause", "reached");
    this.keep();
  }

  /** Keep what was seen of a run, for a document that comes after this one. */
  keep() {
    const { run, settings } = this.training;
    if (this.aims && !run.ended && run.history.newest?.step) keepRun(settings, run);
  }

  end() {
    removeEventListener("pagehide", this.left);
    this.keep();
    park(this.training);
  }
}
