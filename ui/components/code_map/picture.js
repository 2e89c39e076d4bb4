// The picture of all maps together: what is fetched becomes places and colours, gliding from what was shown before.

import { calm } from "../shared/dom.js";
import { clamp } from "../shared/numbers.js";
import { Card } from "./card.js";
import { Chart } from "./chart.js";
import { buildLegend } from "./legend.js";
import { middlesOf, paintNames } from "./names.js";
import { paintOver } from "./over.js";
import { strengthsOf } from "./strengths.js";
import { tintsOf } from "./tints.js";

/** @typedef {import("../shared/message.js").Message} Message */

const GLIDE_MS = 600;

export class Picture {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    /** @type {any} of the newest message */
    this.header = null;
    /** @type {import("../shared/palette.js").Palette} */
    this.colours = null;
    /** @type {Chart[]} */
    this.charts = [];
    /** @type {Chart | null} the maps that is pointed on, and that a lasso is drawn on */
    this.pointedOn = this.lassoOn = null;
    /** @type {number[][] | null} */
    this.line = null;
    /** @type {Set<number>} classes */
    this.hidden = new Set();
    /** @type {Set<number>} rows */
    this.chosen = new Set();
    this.looked = this.pointed = this.pinned = -1;
    /** @type {Message} what the colours stand for */
    this.tint = null;
    /** @type {Uint8Array} the points' colours, where they come from, and what they are going to be */
    this.tints = this.tintFrom = this.tintGoal = null;
    this.labels = this.errors = this.middles = this.names = this.strengths = null;
    this.gliding = this.stale = false;
    this.started = -Infinity;
    this.frame = null;
    this.card = new Card(root, () => this.refresh());
    this.observer = new ResizeObserver(() => this.refresh(true));
  }

  remove() {
    this.observer.disconnect();
    this.card.hide();
    cancelAnimationFrame(this.frame);
  }

  /**
   * Everything that the maps need is here: show it, gliding where there was something before.
   *
   * @param {Message} tint
   * @param {Message[]} places one for each map
   */
  arrive(tint, places) {
    this.labels = places[0].arrays.labels;
    this.errors = places.map(({ arrays }) => arrays.errors);
    this.header.maps.forEach(({ model, digest, projection }, index) => {
      const { header, arrays } = places[index];
      this.charts[index].show(arrays[projection], header.columns[projection], `${model} ${digest} ${projection}`);
    });
    this.tintGoal = tintsOf(tint);
    this.tintFrom = this.tints?.length === this.tintGoal.length ? this.tints : this.tintGoal;
    const sorted = ({ kind, names }) => `${kind} ${names?.length}`;
    if (this.tint && sorted(this.tint.header) !== sorted(tint.header)) this.hidden.clear();
    this.started = !this.tint || calm() ? -Infinity : performance.now();
    this.gliding = true;
    this.tint = tint;
    this.showLegend();
    this.hearOwn();
    /** @type {HTMLElement} */ (this.root.querySelector(".trouble")).hidden = true;
    this.refresh(true);
  }

  /** @param {Error} error */
  complain(error) {
    this.wanted = null;
    /** @type {HTMLElement} */
    const trouble = this.root.querySelector(".trouble");
    trouble.hidden = false;
    trouble.textContent = `A part of the map could not be fetched. ${error.message}`;
  }

  showLegend() {
    const toggle = (value) => {
      if (!this.hidden.delete(value)) this.hidden.add(value);
      this.refresh(true);
      return !this.hidden.has(value);
    };
    const look = (value) => {
      this.looked = value;
      this.refresh(true);
    };
    buildLegend(this.root, this.tint, this.hidden, { toggle, look });
  }

  hearOwn() {
    const now = performance.now();
    const { own } = this.header;
    for (const [index, { own: digit, spread }] of this.charts.entries()) {
      if (spread) digit.hear(own[index], (x, y) => spread.inside(x, y), now);
    }
    const written = own.map((digit) => digit?.place.map((value) => value.toFixed(3)).join(" ") ?? "");
    this.root.dataset.own = written.join(", ");
    this.root.dataset.settled = String(own.every((digit) => digit?.settled));
  }

  /**
   * Paint anew in the next frame.
   *
   * @param {boolean} [whole] whether points, colours or windows have changed too
   */
  refresh(whole = false) {
    this.stale ||= whole;
    this.frame ??= requestAnimationFrame((now) => {
      this.frame = null;
      if (this.tint) this.paint(now);
    });
  }

  paint(now) {
    const stale = this.stale || this.gliding;
    if (this.gliding) this.glide(clamp((now - this.started) / GLIDE_MS, 0, 1));
    if (stale) this.paintSheets();
    this.stale = false;
    const moving = this.charts.map((chart) => paintOver(this, chart, now));
    this.showCard();
    const busy = this.gliding || moving.some(Boolean);
    Object.assign(this.root.dataset, { ready: "true", still: String(!busy) });
    if (busy) this.refresh();
  }

  glide(share) {
    const eased = share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
    for (const chart of this.charts) chart.glide(eased);
    const { tintFrom, tintGoal } = this;
    this.middles = null;
    if (share < 1) {
      this.tints = tintGoal.map((value, index) => tintFrom[index] + (value - tintFrom[index]) * eased);
      return;
    }
    this.tints = tintGoal;
    this.gliding = false;
    const { header, arrays } = this.tint;
    this.names = header.names ?? this.header.names;
    const values = header.names ? arrays.values : this.labels;
    this.middles = this.charts.map(({ goal }) => middlesOf(goal, values, this.names.length));
  }

  paintSheets() {
    const { tint, hidden, looked, chosen, colours } = this;
    const classes = tint.header.kind !== "scale";
    this.strengths = strengthsOf({ values: tint.arrays.values, classes, hidden, looked, chosen });
    for (const [index, chart] of this.charts.entries()) {
      if (!chart.places) continue;
      chart.paintSheet({ colours: this.tints, strengths: this.strengths, paper: colours.paper });
      if (!this.middles) continue;
      const context = chart.sheet.getContext("2d");
      const density = chart.sheet.width / chart.size[0];
      context.setTransform(density, 0, 0, density, 0, 0);
      paintNames(context, chart, this.middles[index], this.names, hidden, colours);
      context.setTransform(1, 0, 0, 1, 0, 0);
    }
  }

  nameOf(row) {
    return `Test image ${row}: ${this.header.names[this.labels[row]]}`;
  }

  factsOf(row, index) {
    const { header, arrays } = this.tint;
    const cluster = header.kind === "cluster" ? `, cluster ${header.names[arrays.values[row]]}` : "";
    return `error ${this.errors[index][row].toFixed(4)} a pixel${cluster}`;
  }

  showCard() {
    const { pointed: row, pointedOn, charts, colours } = this;
    const index = charts.indexOf(pointedOn);
    if (row < 0 || index < 0) {
      this.card.hide();
      return;
    }
    const { maps, originals } = this.header;
    const facts = this.factsOf(row, index);
    const about = { row, map: maps[index], maps, originals, name: this.nameOf(row), facts, colours };
    const spotOn = (chart) => /** @type {import("./beside.js").Spot} */ ([chart.canvas, chart.place(row)]);
    const others = charts.filter((chart) => chart !== pointedOn);
    this.card.show(about, spotOn(pointedOn), others.map(spotOn));
  }
}
