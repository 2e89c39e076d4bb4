// The digit, what it is with some components, what the last of them adds, and the errors of all.

import { readMessage } from "../shared/message.js";
import { paintError, paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { pictureAt } from "../shared/picture.js";
import { drawCurves } from "./curves.js";

export class Sum {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".sums");
    /** @type {HTMLInputElement} */
    this.range = this.root.querySelector("input.count");
    /** @type {number | undefined} what was told to the page, and what the page said */
    this.sent = this.seen = undefined;
    this.header = this.arrays = this.colours = null;
    /** @type {(count: number) => void} */
    this.moveDot = null;
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setStateValue }) {
    const { header, arrays } = readMessage(data);
    const { root, range } = this;
    Object.assign(this, { header, arrays, colours: palette(root) });
    range.max = String(header.own.length - 1);
    const news = header.count !== this.seen && header.count !== this.sent;
    if (this.sent === undefined || news) range.value = header.count;
    this.seen = header.count;
    this.sent ??= header.count;
    range.oninput = () => this.show(range.valueAsNumber);
    range.onchange = () => {
      this.sent = range.valueAsNumber;
      setStateValue("count", this.sent);
    };
    paintInk(this.canvas("image"), arrays.image, this.colours);
    this.moveDot = drawCurves(root.querySelector("svg"), header);
    this.show(range.valueAsNumber);
    root.dataset.ready = "true";
  }

  /** @returns {HTMLCanvasElement} */
  canvas(name) {
    return this.root.querySelector(`canvas.${name}`);
  }

  show(count) {
    const { root, header, arrays, colours } = this;
    const components = count === 1 ? "component" : "components";
    const error = header.own[count].toFixed(4);
    const about = count ? `From ${count} ${components}: error ${error}` : `The mean of all digits: error ${error}`;
    const adds = count ? `What component ${count} adds: ink in orange, or takes away, in blue` : "No component yet";
    paintInk(this.canvas("rebuilt"), pictureAt(arrays.rebuilt, count), colours);
    paintError(this.canvas("added"), pictureAt(arrays.added, count), colours);
    const texts = { words: `${count} principal ${components}`, about, adds };
    for (const [name, text] of Object.entries(texts)) root.querySelector(`.${name}`).textContent = text;
    this.canvas("rebuilt").setAttribute("aria-label", about);
    this.canvas("added").setAttribute("aria-label", adds);
    this.range.setAttribute("aria-valuetext", `${count} ${components}`);
    root.dataset.count = String(count);
    this.moveDot(count);
  }
}
