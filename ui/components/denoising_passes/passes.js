// All lanes, the controls that move them, and the curve of their errors.

import { calm } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";
import { located } from "../shared/network/fetched.js";
import { clamp } from "../shared/numbers.js";
import { palette } from "../shared/palette.js";
import { drawCurve } from "./curve.js";
import { Lane } from "./lane.js";

const PAUSE = 900; // milliseconds between two steps at normal speed
const FADE = 300;
const KEYS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

export class Passes {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".watch");
    /** @type {Lane[]} */
    this.lanes = [];
    this.step = this.last = this.timer = this.frame = 0;
    /** @type {(step: number) => void} */
    this.moveDots = null;
    /** @type {{ walks: any[], clean: Float32Array, noisy: Float32Array }} */
    this.asked = null;
    /** @type {(import("./walk.js").Walk & { title: string })[]} */
    this.walks = null;
    /** @type {Worker} */
    this.worker = null;
    this.order = 0;
    this.control("play").onclick = () => (this.timer ? this.stop() : this.play());
    this.control("back").onclick = () => this.byHand(this.step - 1);
    this.control("forth").onclick = () => this.byHand(this.step + 1);
    this.control("speed").onchange = () => this.timer && this.schedule();
    this.root.onkeydown = (event) => this.key(event);
  }

  /** @returns {any} the control with that class */
  control(name) {
    return this.root.querySelector(`.${name}`);
  }

  remove() {
    this.stop();
    cancelAnimationFrame(this.frame);
    this.worker?.terminate();
  }

  key(event) {
    if (!(event.key in KEYS) || event.target.tagName === "SELECT") return;
    event.preventDefault();
    this.byHand(this.step + KEYS[event.key]);
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    const { header, arrays } = readMessage(data);
    const asked = { walks: header.walks, clean: arrays.clean, noisy: arrays.noisy };
    const same = this.asked && JSON.stringify(asked) === JSON.stringify(this.asked);
    this.asked = asked;
    if (!same) this.walk();
    else if (this.walks) this.show();
  }

  /** Have every model walk; what is shown stays until all are back. */
  walk() {
    this.order += 1;
    this.worker ??= this.hired();
    const networks = this.asked.walks.map(({ network }) => located(network));
    this.worker.postMessage({ order: this.order, networks, noisy: this.asked.noisy, clean: this.asked.clean });
  }

  hired() {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => data.order === this.order && this.take(data.walks);
    worker.onerror = () => this.take(null);
    return worker;
  }

  take(walks) {
    this.control("trouble").hidden = Boolean(walks);
    if (!walks) return;
    this.walks = walks.map((walk, index) => ({ ...walk, title: this.asked.walks[index].title }));
    this.show();
  }

  show() {
    const colours = palette(this.root);
    this.last = this.walks[0].errors.length - 1;
    this.fitLanes(this.walks.length);
    for (const [index, lane] of this.lanes.entries()) lane.show(this.walks[index], this.asked.clean, colours);
    this.moveDots = drawCurve(this.root.querySelector(".curve svg"), this.walks);
    this.go(Math.min(this.step, this.last), false);
    this.root.dataset.ready = "true";
  }

  fitLanes(count) {
    while (this.lanes.length > count) this.lanes.pop().element.remove();
    while (this.lanes.length < count) {
      const lane = new Lane(this.lanes.length, (step) => this.byHand(step));
      this.lanes.push(lane);
      this.root.querySelector(".lanes").append(lane.element);
    }
  }

  /** Go to a step because somebody asked for it: whatever was playing stops. */
  byHand(step) {
    if (!this.walks) return;
    this.stop();
    this.go(clamp(step, 0, this.last), true);
    const words = this.lanes.map(({ walk }) => `${walk.title}: error ${walk.errors[this.step].toFixed(4)}`);
    this.control("spoken").textContent = `Step ${this.step}. ${words.join(". ")}`;
  }

  go(step, softly) {
    const before = this.step;
    this.step = step;
    this.root.dataset.step = String(step);
    this.control("where").textContent = `Step ${step} of ${this.last}`;
    this.control("back").disabled = step === 0;
    this.control("forth").disabled = step === this.last;
    for (const lane of this.lanes) lane.mark(step);
    this.moveDots(step);
    this.fade(before, step, softly && !calm());
  }

  /** Let the large pictures run from one step's into another's. */
  fade(from, to, softly) {
    cancelAnimationFrame(this.frame);
    const started = performance.now();
    const paint = (now) => {
      const share = softly ? clamp((now - started) / FADE, 0, 1) : 1;
      for (const lane of this.lanes) lane.paint(from, to, share);
      if (share < 1) this.frame = requestAnimationFrame(paint);
    };
    paint(started);
  }

  play() {
    if (!this.walks) return;
    if (this.step === this.last) this.go(0, false);
    this.schedule();
    this.control("play").textContent = "Pause";
  }

  schedule() {
    clearInterval(this.timer);
    const next = () => {
      this.go(this.step + 1, true);
      if (this.step === this.last) this.stop();
    };
    this.timer = setInterval(next, PAUSE / Number(this.control("speed").value));
  }

  stop() {
    clearInterval(this.timer);
    this.timer = 0;
    this.control("play").textContent = "Play";
  }
}
