// What the student does with the maps, what Python says of them, and what is fetched for them.

import { readMessage } from "../shared/message.js";
import { hear, tell } from "../shared/page.js";
import { palette } from "../shared/palette.js";
import { engine } from "../shared/rebuilding/engine.js";
import { Corners } from "./corners.js";
import { piece } from "./fetched.js";
import { saveMaps } from "./files.js";
import { followHand, keepOwn, moveOwn } from "./follow.js";
import { hintWords } from "./hints.js";
import { rowsWithin } from "./lasso.js";
import { fitMaps } from "./maps.js";
import { Picture } from "./picture.js";
import { nearestRow, rowsOfBits, rowTowards } from "./rows.js";

const REACH = 16; // CSS pixels within which a dot is pointed at
const FINGER_REACH = 26;

export class Atlas extends Picture {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root);
    this.lassoing = false;
    this.corners = new Corners(this);
    this.settled = 0; // number of the newest drawing that Python's word is about
    this.sent = this.wanted = this.setStateValue = null;
    const button = (name, act) => root.querySelector(`.${name}`).addEventListener("click", act);
    button("lasso", () => this.takeLasso(!this.lassoing));
    button("clear", () => this.choose([]));
    button("closer", () => this.zoom(1.4));
    button("farther", () => this.zoom(1 / 1.4));
    button("save", () =>
      saveMaps(
        this.charts.map(({ canvas }) => canvas),
        this.header.maps,
      ),
    );
    button("home", () => this.goHome());
    this.stopHearing = hear({ "atlas-own-moved": (moves) => moves && moveOwn(this, moves) });
  }

  /** @override */
  remove() {
    super.remove();
    engine.leave(this);
    this.stopHearing();
  }

  /**
   * Take a message from Python; it changes what is pinned and chosen only if it knows of everything done here.
   *
   * @param {import("../shared/mount.js").Component} component
   */
  update({ data, setStateValue }) {
    const { header, arrays } = readMessage(data);
    const first = !this.header;
    this.setStateValue = setStateValue;
    if (!first && this.header.data !== header.data) this.pointed = -1;
    this.sent ??= header.seen;
    if (!first) keepOwn(this, header);
    this.header = header;
    this.colours = palette(this.root);
    followHand(this);
    if (header.seen === this.sent) {
      this.pinned = header.pinned ?? -1;
      this.chosen = new Set(rowsOfBits(arrays.chosen));
    }
    fitMaps(this);
    this.showHand();
    this.fetchAll();
    if (first) tell("atlas-asks");
  }

  async fetchAll() {
    const { maps, colour } = this.header;
    const wanted = JSON.stringify([maps, colour]);
    if (wanted === this.wanted) {
      this.hearOwn();
      this.refresh(true);
      return;
    }
    this.wanted = wanted;
    try {
      const tint = piece(maps[0], `colour/${colour}`);
      const places = maps.map((map) => piece(map, "places"));
      const arrived = await Promise.all([tint, ...places]);
      if (this.wanted !== wanted) return;
      this.arrive(arrived[0], arrived.slice(1));
    } catch (error) {
      if (this.wanted === wanted) this.complain(/** @type {Error} */ (error));
    }
  }

  rowAt(chart, place, finger) {
    return nearestRow(chart, place, this.strengths, finger ? FINGER_REACH : REACH);
  }

  point(row, chart = null) {
    if (row === this.pointed && (chart === this.pointedOn || row < 0)) return;
    this.pointed = row;
    this.pointedOn = chart;
    this.root.dataset.pointed = String(row);
    this.refresh();
  }

  step(chart, way) {
    const row = this.pointed >= 0 ? this.pointed : this.pinned;
    this.point(rowTowards(chart, row, way, this.strengths), chart);
    if (this.pointed < 0) return;
    this.say(`${this.nameOf(this.pointed)}, ${this.factsOf(this.pointed, this.charts.indexOf(chart))}`);
  }

  /** Pin a row; the pinned one is let go. */
  pin(row) {
    if (row < 0) return;
    this.pinned = row === this.pinned ? -1 : row;
    this.report();
  }

  choose(rows) {
    this.chosen = new Set(rows);
    this.report();
  }

  escape() {
    if (this.line) this.endLasso(this.lassoOn, false);
    else if (this.lassoing) this.takeLasso(false);
    else if (this.chosen.size) this.choose([]);
    else if (this.pinned >= 0) this.pin(this.pinned);
  }

  takeLasso(taken) {
    this.lassoing = taken;
    this.root.querySelector(".lasso").setAttribute("aria-pressed", String(taken));
    this.root.classList.toggle("lassoing", taken);
    this.corners.begin();
    this.refresh();
  }

  startLasso(chart, place) {
    this.lassoOn = chart;
    this.line = [place];
    this.point(-1);
  }

  stretchLasso(place) {
    this.line?.push(place);
    this.refresh();
  }

  endLasso(chart, meant) {
    const line = this.line;
    this.line = null;
    if (!line || !meant || line.length < 3) {
      this.refresh();
      return;
    }
    this.takeLasso(false);
    this.choose(rowsWithin(line, chart, this.strengths));
  }

  /** Zoom by buttons or keys; what is pinned comes into the middle as it comes closer. */
  zoom(factor, chart = null) {
    for (const zoomed of chart ? [chart] : this.charts) {
      if (!zoomed.places) continue;
      if (factor > 1 && this.pinned >= 0) zoomed.centre(this.pinned);
      zoomed.zoom(factor);
    }
    this.refresh(true);
  }

  goHome(chart = null) {
    for (const shown of chart ? [chart] : this.charts) shown.goHome();
    this.refresh(true);
  }

  /** Something was pinned or chosen here: show it at once, and let Python hear of it. */
  report() {
    this.sent += 1;
    this.header.rings = {};
    const { data } = this.header;
    const pinned = this.pinned < 0 ? null : this.pinned;
    this.setStateValue("hand", { data, pinned, chosen: [...this.chosen], serial: this.sent });
    this.showHand();
    this.refresh(true);
  }

  /** Write on the page, for readers and for tests, what is pinned and chosen. */
  showHand() {
    const { root, pinned, chosen, pointed } = this;
    Object.assign(root.dataset, { pinned, chosen: chosen.size, pointed });
    /** @type {HTMLElement} */ (root.querySelector(".clear")).hidden = !chosen.size;
    this.say(this.corners.words ?? hintWords(pinned, chosen.size));
  }

  say(text) {
    this.root.querySelector(".said").textContent = text;
  }
}
