// All rows, and the slider that moves them.

import { readMessage } from "../shared/message.js";
import { palette } from "../shared/palette.js";
import { inkBytes, inkValues, PIXELS } from "../shared/picture.js";
import { engine } from "../shared/rebuilding/engine.js";
import { blended } from "./blend.js";
import { Way } from "./way.js";

const MIDDLE = 0.5;

export class Ways {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".ways");
    this.slider = this.root.querySelector("input");
    this.list = this.root.querySelector(".ways");
    /** @type {Way[]} */
    this.rows = [];
    this.share = MIDDLE; // of the way, where the slider stands
    this.frames = 2;
    this.header = this.colours = null;
    this.settled = 0; // number of the newest drawing that Python's word is about
    this.slider.oninput = () => this.stand(this.slider.valueAsNumber / (this.frames - 1));
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    const { header, arrays } = readMessage(data);
    const colours = palette(this.root);
    if (this.header && engine.isOld(header.drawn)) return;
    Object.assign(this, { header, colours, settled: engine.drawing });
    const size = header.frames * PIXELS;
    this.frames = header.frames;
    while (this.rows.length > header.ways.length) this.rows.pop().element.remove();
    while (this.rows.length < header.ways.length) {
      const row = new Way(header, this.rows.length, (share) => this.stand(share));
      this.rows.push(row);
      this.list.append(row.element);
    }
    const [first, second] = [arrays.first, arrays.second].map(inkValues);
    let start = 0;
    for (const [index, row] of this.rows.entries()) {
      const way = header.ways[index];
      const pictures = way.blend ? null : arrays.pictures.subarray(start, start + size);
      row.take(way, pictures ?? blended(first, second, this.frames), colours);
      start += pictures?.length ?? 0;
    }
    this.slider.max = String(header.frames - 1);
    this.stand(this.share);
    this.ask(second);
    this.root.dataset.ready = "true";
  }

  remove() {
    engine.leave(this);
  }

  /** Have the models of the rows follow a hand that draws. */
  ask(second) {
    const { ways, frames: count } = this.header;
    const follow = ways.filter(({ network }) => network);
    const extras = Object.fromEntries(
      follow.map(({ network, spherical }) => [network.name, { kind: "way", second, spherical, count }]),
    );
    const networks = follow.map(({ network }) => network);
    engine.want(this, { networks, chosen: true, extras, show: (rebuilt) => this.follow(rebuilt, second) });
  }

  /**
   * @param {import("../shared/rebuilding/engine.js").Rebuilt} rebuilt
   * @param {Float32Array} second where all ways end
   */
  follow({ drawing, name, ink, more }, second) {
    if (drawing <= this.settled || !more.way) return;
    const { ways } = this.header;
    for (const [index, way] of ways.entries()) {
      if (way.network && way.network.name !== name) continue;
      const pictures = way.network ? inkBytes(more.way) : blended(ink, second, this.frames);
      this.rows[index].take({ ...way, errors: null }, pictures, this.colours);
    }
    this.stand(this.share);
  }

  stand(share) {
    this.share = share;
    const frame = Math.round(share * (this.frames - 1));
    this.slider.value = String(frame);
    this.slider.setAttribute("aria-valuetext", `${Math.round(100 * share)} % of the way`);
    for (const row of this.rows) row.show(frame);
  }
}
