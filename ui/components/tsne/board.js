// The board: one run after another, and the maps of earlier ones; a run pauses while its page is not there.

import { calm } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";
import { palette } from "../shared/palette.js";
import { changes, isSame } from "./changes.js";
import { remember } from "./kept.js";
import { paintMap } from "./map.js";
import { materialOf } from "./material.js";
import { byClass, measure } from "./measures.js";
import { startWorker } from "./runner.js";
import { EXAGGERATED } from "./schedule.js";
import { Seat } from "./seat.js";

const CALM_PAUSE = 500; // milliseconds between two paintings, where nothing may move
export class Board extends Seat {
  constructor() {
    super();
    /** @type {Set<number>} classes */
    this.hidden = new Set();
    /** @type {import("./kept.js").Kept[]} */
    this.earlier = [];
    this.serial = this.frame = this.painted = 0;
    this.pointed = -1;
    this.state = this.notice = "";
    this.wished = false; // to run as soon as it can
    /** @type {any} of the newest message, and what the worker said last */
    this.header = this.facts = null;
    /** @type {any[]} what the worker said and has not been painted yet */
    this.arrived = [];
    /** @type {import("./cost.js").Cost[]} */
    this.costs = [];
    /** @type {Float32Array} */
    this.places = null;
    /** @type {Uint8Array} */
    this.labels = null;
    /** @type {number[][]} of every class */
    this.rows = [];
    this.material = this.among = this.setTriggerValue = null;
    const receive = (message) => this.receive(message);
    this.worker = startWorker(receive, () => this.turn("lost"));
  }

  /** @override */
  remove() {
    if (["running", "preparing"].includes(this.state)) this.order("pause");
    this.wished = false;
    super.remove();
  }

  /**
   * Take in what the page says; only other codes or other settings begin a new run.
   *
   * @param {import("../shared/mount.js").Component} component
   */
  update({ data, setTriggerValue }) {
    const { header } = readMessage(data);
    const before = this.header;
    this.setTriggerValue = setTriggerValue;
    this.colours = palette(this.root);
    const [same, returned] = [before && isSame(before, header), !this.seen];
    this.header = header;
    this.seen = true;
    if (same && returned) this.fillPanel();
    if (same) {
      this.repaint();
      return;
    }
    this.keep(before);
    this.notice = before ? changes(before, header) : "";
    this.wished ||= !returned && this.state !== "ready" && this.state !== "waiting";
    this.panel.offer(header);
    this.begin();
  }

  /** Put all points back to their start; runs on if that is wished. */
  begin() {
    this.worker.postMessage({ order: "pause", serial: this.serial });
    this.serial += 1;
    const { settings, names, material } = this.header;
    this.material = materialOf(material);
    if (!this.material) {
      this.arrived = []; // what a run that is over sent last must not be painted as if it were of this one
      this.turn("waiting");
      return;
    }
    const { codes, columns, labels } = this.material;
    this.rows = byClass(labels, names.length);
    this.labels = settings.noise ? null : labels;
    this.among = settings.noise ? null : measure(codes, columns, this.rows);
    Object.assign(this, { costs: [], arrived: [], pointed: -1, facts: null });
    this.worker.postMessage({ order: "begin", serial: this.serial, material, codes, columns, settings });
    this.panel.newClasses(this);
    if (this.wished) this.order("run");
    else this.turn("ready");
    this.wished = false;
  }

  /** @param {"run" | "step" | "pause"} order */
  order(order) {
    if (order === "pause") this.turn("pausing");
    else this.turn(this.facts?.prepared ? "running" : "preparing");
    this.worker.postMessage({ order, serial: this.serial });
  }

  anew() {
    this.keep();
    this.wished = ["running", "preparing", "finished"].includes(this.state);
    this.notice = "Begun anew from the same start.";
    this.begin();
  }

  /**
   * Run again with another perplexity, or on noise; the page changes its controls and so begins the new run.
   *
   * @param {number} perplexity
   * @param {boolean} noise
   */
  again(perplexity, noise) {
    const { settings } = this.header;
    this.wished = true;
    this.canvas.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" });
    if (perplexity === settings.perplexity && noise === settings.noise) {
      this.keep();
      this.begin();
    } else this.setTriggerValue("again", { perplexity, noise });
  }

  receive(message) {
    if (message.serial !== this.serial) return;
    if (message.share !== undefined) this.panel.searching(this, message.share);
    else if (!message.places) this.turn("paused");
    else {
      this.arrived.push(message);
      const due = calm() && !message.paused ? CALM_PAUSE - (performance.now() - this.painted) : 0;
      if (due > 0) this.takeIn();
      else this.frame ||= requestAnimationFrame(() => this.show());
    }
  }

  /** Paint the next map that has come in; when the run stands still, the last one. */
  show() {
    this.frame = 0;
    if (!this.arrived.length) return;
    const stopped = this.arrived.at(-1).paused || this.arrived.at(-1).ready;
    do this.takeIn();
    while (stopped && this.arrived.length);
    this.painted = performance.now();
    this.repaint();
    if (this.facts.paused) this.turn(this.facts.finished ? "finished" : "paused");
    else if (!this.facts.ready && this.state !== "pausing") this.turn("running");
    if (this.arrived.length) this.frame = requestAnimationFrame(() => this.show());
  }

  takeIn() {
    const { places, ...facts } = this.arrived.shift();
    const { iteration, cost } = facts;
    this.places = places.slice();
    this.facts = { ...facts, prepared: !facts.ready };
    if (cost !== undefined && this.costs.at(-1)?.[0] !== iteration) this.costs.push([iteration, cost]);
    this.worker.postMessage({ order: "back", serial: this.serial, sheet: places }, [places.buffer]);
  }

  /** @returns {string[]} of the classes */
  get names() {
    return this.header.names;
  }

  repaint() {
    if (!this.places || !this.facts) return;
    paintMap(this.canvas, this, this.pointed);
    this.panel.show(this);
  }

  turn(state) {
    if (this.state !== "lost") this.state = state;
    if (this.header) this.panel.turn(this);
  }

  /** Keep the map that is about to go, if it has got past early exaggeration; `header`: what it was made with. */
  keep(header = this.header) {
    if (!this.facts || this.facts.iteration <= EXAGGERATED) return;
    const { places, labels } = this;
    const { settings, title } = header;
    const [iteration, cost] = this.costs.at(-1);
    this.earlier = remember(this.earlier, { places, labels, settings, title, iteration, cost });
  }
}
