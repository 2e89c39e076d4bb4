// The conductor: what the hand wishes, what the worker tells, and what the address says.

import { keptFromBefore } from "../pad/kept.js";
import { checked } from "../shared/learning/settings.js";
import { hear, tell } from "../shared/page.js";
import { palette } from "../shared/palette.js";
import { settingsOf } from "./address.js";
import { gather, joined } from "./material.js";
import { OwnDigit } from "./own_digit.js";
import { Reporter } from "./reporter.js";
import { RunState } from "./run_state.js";
import { Screen } from "./screen.js";
import { Stay } from "./stay.js";
import { Taking } from "./taking.js";
import { Transport } from "./transport.js";
import { changeWords, same } from "./words.js";

/** @typedef {import("../shared/learning/settings.js").Settings} Settings */

const SETTLED = 150; // milliseconds without another wish, before a new run is built
const WHILE_RUNNING = ["rate", "weight"];
const NOTHING = new Uint8Array(0);

export class Training {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.run = new RunState();
    this.state = "waiting";
    this.notice = "";
    /** @type {Settings} */
    this.settings = null;
    /** @type {import("./material.js").Sheet[]} */
    this.sheets = [];
    this.version = this.serial = this.timer = 0;
    this.wished = false; // to run as soon as it can
    /** @type {import("./trainer.js").Trainer} */
    this.trainer = null;
    /** @type {import("./material.js").Gathered} what the run learns from */
    this.material = { pictures: NOTHING, labels: NOTHING, shown: NOTHING, names: [] };
    this.colours = null;
    this.reporter = new Reporter();
    this.own = new OwnDigit(() => this.showOwn());
    this.transport = new Transport(this);
    this.taking = new Taking(this);
    this.stay = new Stay(this);
    this.screen = new Screen(root, this);
    this.stopHearing = hear({
      "digit-pad-drawn": (strokes) => this.own.draw(strokes),
      "own-drawings-changed": () => ["own", "mixture"].includes(this.settings?.data) && this.anew(),
      "training-wish": (change) => this.wish(change),
      "training-hello": () => this.screen.refresh(),
    });
  }

  remove() {
    this.stay.end();
    this.stopHearing();
    clearTimeout(this.timer);
    for (const part of [this.transport, this.taking, this.screen, this.own, this.reporter]) part.remove();
  }

  /**
   * Take what Python says; settings only under a new number, for they are those of a link.
   *
   * @param {import("../shared/mount.js").Component} component
   */
  update({ data, setTriggerValue }) {
    this.reporter.send = setTriggerValue;
    this.sheets = data.sheets;
    this.stay.aims = data.aims;
    this.colours = palette(this.root);
    if (!this.settings) this.own.draw(data.strokes.length ? data.strokes : keptFromBefore(""));
    if (data.version !== this.version) this.follow(settingsOf(data.texts));
    this.version = data.version;
    this.screen.refresh();
  }

  /**
   * Take settings from the address, unless they are on: a server that was replaced knows no better.
   *
   * @param {Settings} settings
   */
  follow(settings) {
    if (this.settings && same(settings, this.settings)) return;
    this.settings = settings;
    this.reporter.know(settings);
    if (!this.trainer && this.stay.begin()) return;
    void this.begin();
  }

  /** Pictures to rebuild: eight fixed ones, and the student's own if there is one. */
  get given() {
    const { shown } = this.material;
    return this.own.picture ? joined([shown, this.own.picture]) : shown;
  }

  /**
   * Change settings: two of them while it runs, the others with a new run.
   *
   * @param {Partial<Settings>} change
   */
  wish(change) {
    const before = this.settings;
    const settings = checked({ ...before, ...change });
    if (same(before, settings)) return;
    this.settings = settings;
    this.reporter.report(settings);
    const mild = Object.keys(settings).every((key) => WHILE_RUNNING.includes(key) || same(before[key], settings[key]));
    if (mild) this.trainer.order("change", { rate: settings.rate, weight: settings.weight });
    else this.anew(changeWords(before, settings));
    this.screen.refresh();
  }

  /**
   * Take settings that are a whole; their story is there to be read before Train is pressed.
   *
   * @param {Settings} settings
   */
  choose(settings) {
    if (this.state === "running") this.transport.order("pause", "paused");
    this.settings = settings;
    this.reporter.report(settings);
    this.anew();
  }

  /** Begin a new run when the hand rests for a moment; it goes on running if one does. */
  anew(notice = "") {
    this.notice = notice;
    this.wished ||= this.state === "running";
    if (this.state === "running") this.transport.order("pause", "paused");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.begin(), SETTLED);
    this.screen.refresh();
  }

  async begin() {
    this.serial += 1;
    const { serial, settings } = this;
    this.wished ||= this.state === "running";
    this.run.facts = null;
    this.turn("waiting");
    try {
      const material = await gather(settings.data, this.sheets);
      if (serial !== this.serial) return;
      this.wished ||= this.state === "running"; // Train was pressed before the pictures had come
      this.material = material;
      if (!this.run.ended || this.wished) {
        this.run.anew();
        this.run.pca = null;
      }
      this.trainer.begin(settings, material, this.given);
      this.transport.keepPace();
      if (this.wished) this.transport.order("run", "running");
      this.wished = false;
    } catch (error) {
      if (serial !== this.serial) return;
      this.notice = /** @type {Error} */ (error).message;
      this.turn("failed");
    }
  }

  /**
   * A run is ready once it has something to show: the pictures before the first step.
   *
   * @param {any} news of the worker
   */
  take(news) {
    const { run } = this;
    if (news.news === "progress") run.ended || run.history.add(news);
    else if (news.news === "begun") run.facts = news;
    if (this.state === "waiting" && run.facts && (run.ended || run.now)) this.turn(run.ended ? "ended" : "ready");
    if (news.news === "pca" && news.code === this.settings.code) run.pca = news.mse;
    else if (news.news === "stopped" || news.news === "failed") {
      this.notice = news.sentence;
      this.turn(news.news);
    }
    this.stay.stopAtAim();
    this.screen.refresh();
  }

  turn(state) {
    if (this.state !== "lost") this.state = state;
    this.screen.refresh();
  }

  showOwn() {
    if (this.run.facts) this.trainer.order("show", { shown: this.given });
    this.screen.refresh();
  }

  /** Tell the figures below what the page shows. */
  tellOthers() {
    const { run, settings, sheets, material, colours, given } = this;
    tell("training-shown", { run, settings, sheets, names: material.names, colours, given });
  }
}
