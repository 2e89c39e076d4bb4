// The digit, what it is with some components, what the last of them adds, and the errors of all.

import { readMessage } from "../shared/message.js";
import { paintError, paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { inkBytes, pictureAt } from "../shared/picture.js";
import { engine } from "../shared/rebuilding/engine.js";
import { Unanswered } from "../shared/unanswered.js";
import { drawCurves } from "./curves.js";
import { addedBy, errorsOf, rebuiltFrom } from "./partial.js";

export class Sum {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".sums");
    /** @type {HTMLInputElement} */
    this.range = this.root.querySelector("input.count");
    this.unanswered = new Unanswered();
    this.header = this.arrays = this.colours = null;
    this.settled = 0; // number of the newest drawing that Python's word is about
    /** @type {(count: number) => void} */
    this.moveDot = null;
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setStateValue }) {
    const { header, arrays } = readMessage(data);
    const { root, range } = this;
    this.colours = palette(root);
    if (this.header && engine.isOld(header.drawn)) return;
    const rebuilt = rebuiltFrom(arrays.mean, arrays.added, header.strongest);
    Object.assign(this, { header, arrays: { ...arrays, rebuilt }, settled: engine.drawing });
    range.max = String(header.own.length - 1);
    if (this.unanswered.isNews(header.count)) range.value = header.count;
    range.oninput = () => this.show(range.valueAsNumber);
    range.onchange = () => {
      this.unanswered.tell(range.valueAsNumber);
      setStateValue("count", range.valueAsNumber);
    };
    this.paint();
    if (header.network) this.ask();
    root.dataset.ready = "true";
  }

  remove() {
    engine.leave(this);
  }

  /** Have the components follow a hand that draws. */
  ask() {
    const { network } = this.header;
    const extras = { [network.name]: { kind: /** @type {const} */ ("stairs") } };
    engine.want(this, { networks: [network], chosen: true, extras, show: (rebuilt) => this.follow(rebuilt) });
  }

  /** @param {import("../shared/rebuilding/engine.js").Rebuilt} rebuilt */
  follow({ drawing, ink, more: { stairs } }) {
    if (drawing <= this.settled || !stairs) return;
    this.header.own = errorsOf(stairs, ink);
    this.arrays = { image: inkBytes(ink), rebuilt: inkBytes(stairs), added: addedBy(stairs) };
    this.paint();
  }

  paint() {
    paintInk(this.canvas("image"), this.arrays.image, this.colours);
    this.moveDot = drawCurves(this.root.querySelector("svg"), this.header);
    this.show(this.range.valueAsNumber);
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
    const adds = count
      ? `Component ${count} alone, colours made strong: the ink that it adds (orange) or takes away (blue)`
      : "No component yet";
    paintInk(this.canvas("rebuilt"), pictureAt(arrays.rebuilt, count), colours);
    paintError(this.canvas("added"), pictureAt(arrays.added, count), colours);
    const texts = { words: `${count} principal ${components}`, about, adds };
    for (const [name, text] of Object.entries(texts)) root.querySelector(`.${name}`).textContent = text;
    this.range.setAttribute("aria-valuetext", `${count} ${components}`);
    root.dataset.count = String(count);
    this.moveDot(count);
  }
}
