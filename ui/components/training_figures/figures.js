// All figures and controls below the stage: they hear what the page shows, and paint it.

import { hear, tell } from "../shared/page.js";
import { showDead, showNorms } from "./bars.js";
import { CodePlane } from "./code_plane.js";
import { Controls } from "./controls.js";
import { paintFilters } from "./filters.js";
import { showNumbers } from "./numbers.js";
import { TakeAlong } from "./take_along.js";
import { Terms } from "./terms.js";

/**
 * @typedef {object} Shown what the stage tells
 * @property {import("../training/run_state.js").RunState} run
 * @property {import("../shared/learning/settings.js").Settings} settings
 * @property {import("../training/material.js").Sheet[]} sheets
 * @property {string[]} names of the classes
 * @property {import("../shared/palette.js").Palette} colours
 */

export class Figures {
  /** @param {HTMLElement} root */
  constructor(root) {
    /** @type {(name: string) => any} */
    this.part = (name) => root.querySelector(`.${name}`);
    this.root = root;
    this.controls = new Controls(root);
    this.takeAlong = new TakeAlong(this.part("taking"));
    this.terms = new Terms(this.part("terms"), this.part("keys"));
    this.plane = new CodePlane(this.part("map"), this.part("classes"), this.part("axes"));
    this.painted = null;
    this.stopHearing = hear({ "training-shown": (shown) => this.show(shown) });
    this.observer = new ResizeObserver(([{ contentRect }]) => {
      this.terms.resize(contentRect.width);
      this.painted = null;
      tell("training-hello");
    });
    this.observer.observe(this.part("terms"));
  }

  update() {
    this.painted = null;
    tell("training-hello");
  }

  /** @param {Shown} shown */
  show(shown) {
    const { run, settings, colours, names } = shown;
    this.controls.show(settings, shown.sheets);
    const frame = run.now;
    if (!frame || !run.facts || frame === this.painted) return;
    this.painted = frame;
    this.terms.show(run.history.frames, frame, run.facts.terms);
    this.plane.show(frame, names, colours, settings.code);
    paintFilters(this.part("filters"), frame, colours);
    showNorms(this.part("norms"), frame.gradients);
    showDead(this.part("dead"), frame.dead);
    showNumbers(this.part("numbers"), frame, run.facts);
    Object.assign(this.root.dataset, { step: frame.step, ready: "true" });
  }

  remove() {
    this.stopHearing();
    this.observer.disconnect();
    this.plane.remove();
    this.takeAlong.remove();
  }
}
