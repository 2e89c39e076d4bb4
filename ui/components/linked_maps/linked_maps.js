// All maps together: which classes are hidden, and which digit is pointed at.

import { classButtons } from "../shared/classes.js";
import { fitChildren } from "../shared/dom.js";
import { fetchKept } from "../shared/kept.js";
import { readMessage } from "../shared/message.js";
import { clamp } from "../shared/numbers.js";
import { palette } from "../shared/palette.js";
import { engine } from "../shared/rebuilding/engine.js";
import { SmallMap } from "./small_map.js";

export class LinkedMaps {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".all");
    this.row = this.root.querySelector(".maps");
    /** @type {SmallMap[]} */
    this.maps = [];
    /** @type {Set<number>} classes */
    this.hidden = new Set();
    /** @type {Uint8Array} */
    this.labels = null;
    this.header = this.colours = null;
    this.pointed = -1;
    this.settled = 0; // number of the newest drawing that Python's word is about
    this.observer = new ResizeObserver(() => this.labels && this.refresh());
    this.observer.observe(this.row);
  }

  remove() {
    engine.leave(this);
    this.observer.disconnect();
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    const { header } = readMessage(data);
    this.colours = palette(this.root);
    if (this.header && engine.isOld(header.drawn)) return;
    this.header = header;
    this.fetch(header);
  }

  /** Fetch the digits, which are the same for everybody, and show them unless there is newer message by then. */
  async fetch(header) {
    try {
      const { arrays } = readMessage(await fetchKept(header.digits));
      if (this.header === header) this.fill(arrays);
    } catch (error) {
      this.root.querySelector(".said").textContent = /** @type {Error} */ (error).message;
    }
  }

  /** @param {Record<string, any>} arrays places and labels */
  fill({ places, labels }) {
    const { header } = this;
    Object.assign(this, { labels, pointed: -1, settled: engine.drawing });
    const size = 2 * labels.length;
    this.maps.length = Math.min(this.maps.length, header.maps.length);
    fitChildren(this.row, header.maps.length, (index) => this.addMap(index));
    for (const [index, map] of this.maps.entries()) {
      map.describe(header.maps[index]);
      map.places = places.subarray(index * size, (index + 1) * size);
      map.own = header.own[index];
    }
    const classes = this.root.querySelector(".classes");
    if (!classes.children.length) classes.append(...classButtons(header.names, this.hidden, () => this.refresh()));
    this.refresh();
    this.say();
    const networks = header.maps.map(({ network }) => network).filter(Boolean);
    engine.want(this, { networks, chosen: true, show: (rebuilt) => this.follow(rebuilt) });
    this.root.dataset.ready = "true";
  }

  /** @param {import("../shared/rebuilding/engine.js").Rebuilt} rebuilt */
  follow({ drawing, name, code }) {
    if (drawing <= this.settled) return;
    for (const [index, { network, axes }] of this.header.maps.entries()) {
      if (network?.name !== name) continue;
      const { low, high } = this.header.windows[index];
      this.maps[index].own = placeOf(code, axes).map((at, axis) =>
        clamp((at - low[axis]) / (high[axis] - low[axis]), 0, 1),
      );
      this.maps[index].paint(this);
    }
  }

  addMap(index) {
    const point = (place) => this.show(place ? map.nearest(place, this) : -1);
    const map = new SmallMap(index, point, (way) => this.show(map.ahead(way, this)));
    this.maps.push(map);
    return map.figure;
  }

  /** Paint all dots anew. */
  refresh() {
    for (const map of this.maps) {
      map.paintSheet(this);
      map.paint(this);
    }
  }

  show(pointed) {
    if (pointed === this.pointed) return;
    this.pointed = pointed;
    for (const map of this.maps) map.paint(this);
    this.say();
  }

  say() {
    const { root, pointed, labels, header } = this;
    root.dataset.pointed = String(pointed);
    root.querySelector(".said").textContent =
      pointed < 0
        ? `The cross is ${header.given}. Point at a dot, or go there by arrow keys: the ring shows the same digit on every map.`
        : `Test image ${pointed}, a ${header.names[labels[pointed]]}: the ring shows it on every map.`;
  }
}

/** The place of a code: its two numbers, or how far it reaches along two directions. */
function placeOf(code, axes) {
  if (!axes) return [...code];
  return axes.directions.map((direction) =>
    direction.reduce((sum, value, at) => sum + value * (code[at] - axes.mean[at]), 0),
  );
}
