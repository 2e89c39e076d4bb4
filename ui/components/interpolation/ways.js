// All rows, and the slider that moves them.

import { readMessage } from "../shared/message.js";
import { palette } from "../shared/palette.js";
import { PIXELS } from "../shared/picture.js";
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
    this.slider.oninput = () => this.stand(this.slider.valueAsNumber / (this.frames - 1));
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    const { header, arrays } = readMessage(data);
    const colours = palette(this.root);
    const size = header.frames * PIXELS;
    this.frames = header.frames;
    while (this.rows.length > header.ways.length) this.rows.pop().element.remove();
    while (this.rows.length < header.ways.length) {
      const row = new Way(header, this.rows.length, (share) => this.stand(share));
      this.rows.push(row);
      this.list.append(row.element);
    }
    for (const [index, row] of this.rows.entries()) {
      row.take(header.ways[index], arrays.pictures.subarray(index * size, (index + 1) * size), colours);
    }
    this.slider.max = String(header.frames - 1);
    this.stand(this.share);
    this.root.dataset.ready = "true";
  }

  stand(share) {
    this.share = share;
    const frame = Math.round(share * (this.frames - 1));
    this.slider.value = String(frame);
    this.slider.setAttribute("aria-valuetext", `${Math.round(100 * share)} % of the way`);
    for (const row of this.rows) row.show(frame);
  }
}
