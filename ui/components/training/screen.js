// All that stands on the stage: painted from a run at most once a frame.

import { named } from "../shared/dom.js";
import { Curve } from "./curve.js";
import { Hourglass } from "./hourglass.js";
import { Presets } from "./presets.js";
import { Rebuilt } from "./rebuilt.js";
import { Scrubber } from "./scrubber.js";
import { resultWords, stateWords } from "./words.js";

/** @typedef {import("./training.js").Training} Training */

const SPEAK_EVERY = 5000; // milliseconds between two results that are read aloud
const NEWS = 150; // steps after which it is no news any more that a run is new
const IDLE = ["waiting", "lost", "failed"];

export class Screen {
  /**
   * @param {HTMLElement} root
   * @param {Training} training
   */
  constructor(root, training) {
    this.root = root;
    this.training = training;
    this.buttons = named(root, "do");
    /** @type {(name: string) => any} */
    const part = (name) => root.querySelector(`.${name}`);
    this.said = part("said");
    this.come = part("come");
    this.speed = part("speed");
    this.status = root.querySelector("[role=status]");
    this.presets = new Presets(part("presets"), part("story"), (settings) => training.choose(settings));
    this.rebuilt = new Rebuilt(part("pairs"));
    this.hourglass = new Hourglass(part("hourglass"), (change) => training.wish(change));
    this.curve = new Curve(part("curve"), part("apart"));
    this.scrubber = new Scrubber(part("scrub"), (step) => {
      training.run.back = step;
      this.refresh();
    });
    this.spoken = 0;
    this.frame = 0;
    for (const act of ["toggle", "step", "rewind", "slow"]) this.buttons[act].onclick = () => training.transport[act]();
    this.observer = new ResizeObserver(([{ contentRect }]) => {
      this.curve.resize(contentRect.width);
      this.refresh();
    });
    this.observer.observe(part("curve"));
  }

  /** Paint soon. */
  refresh() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  paint() {
    const { run, settings, colours } = this.training;
    if (!settings) return;
    this.presets.show(settings);
    this.hourglass.show(settings, run.facts?.settings.network === settings.network ? run.facts?.shapes : undefined);
    const { now } = run;
    this.rebuilt.show(this.training.given, now ?? null, colours);
    this.say();
    if (!now) return;
    const { frames } = run.history;
    this.curve.show({ frames, now, last: run.last, pca: run.pca });
    this.scrubber.show(frames, now, run.back !== null);
    this.speed.textContent = `step ${now.step.toLocaleString("en")} · epoch ${now.epoch.toFixed(1)}`;
    Object.assign(this.root.dataset, { step: now.step, error: now.held.mse, ready: "true" });
    this.training.tellOthers();
  }

  /** Put state and result into words; aloud only now and then. */
  say() {
    const { run, settings, state, notice } = this.training;
    const { now, pca, last } = run;
    const old = state === "running" && now?.step > NEWS;
    const words = [old ? "" : notice, stateWords(state)].filter(Boolean).join(" ");
    const result = now && !IDLE.includes(state) ? resultWords({ frame: now, pca, code: settings.code, last }) : "";
    if (this.said.textContent !== words) this.said.textContent = words;
    if (this.come.textContent !== result) this.come.textContent = result;
    const time = performance.now();
    const turned = state !== this.root.dataset.state;
    this.turn(state);
    if (!turned && time - this.spoken < SPEAK_EVERY) return;
    this.spoken = time;
    this.status.textContent = `${words} ${result}`;
  }

  turn(state) {
    this.root.dataset.state = state;
    const { toggle, step, rewind, slow } = this.buttons;
    slow.setAttribute("aria-pressed", String(this.training.transport.slowly));
    toggle.textContent = state === "running" ? "❚❚ Pause" : state === "reached" ? "▶ Go on" : "▶ Train";
    for (const button of [step, rewind, slow]) button.disabled = IDLE.includes(state);
    toggle.disabled = IDLE.includes(state) && state !== "waiting"; // what waits runs as soon as it can
  }

  remove() {
    cancelAnimationFrame(this.frame);
    this.observer.disconnect();
  }
}
