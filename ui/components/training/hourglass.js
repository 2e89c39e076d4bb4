// The network drawn as the hourglass that it is: a bar for each layer, as high as the layer is wide.

import { fitChildren, make } from "../shared/dom.js";
import { shape } from "../shared/svg.js";
import { deepened, layersOf, MOST_LAYERS, PIXELS, resized } from "./layers.js";

/** @typedef {import("../shared/learning/settings.js").Settings} Settings */

const ROOM = { input: 1.2, hidden: 2, code: 2, mirror: 1.2, output: 1.2 }; // of a layer's column; buttons need more
const BAR = 0.62; // of a unit of room
const LEAST = 1.2; // of 100
const MANY = 7; // layers, whose numbers have little room
const NAMES = { input: "picture", code: "code", output: "copy" };

export class Hourglass {
  /**
   * @param {HTMLElement} root
   * @param {(change: Partial<Settings>) => void} wish
   */
  constructor(root, wish) {
    this.wish = wish;
    this.svg = root.querySelector("svg");
    /** @type {HTMLElement} */
    this.columns = root.querySelector(".columns");
    /** @type {HTMLElement} */
    this.count = root.querySelector(".count");
    const [fewer, more] = /** @type {any} */ (root.querySelectorAll(".depth button"));
    /** @type {HTMLButtonElement} */
    this.fewer = fewer;
    /** @type {HTMLButtonElement} */
    this.more = more;
    this.fewer.onclick = () => this.wish(deepened(this.settings, false));
    this.more.onclick = () => this.wish(deepened(this.settings, true));
    this.settings = this.shapes = null;
    this.drawn = "";
  }

  /**
   * @param {Settings} settings
   * @param {number[]} [shapes] what the worker tells of the network
   */
  show(settings, shapes) {
    const layers = layersOf(settings, shapes);
    const key = JSON.stringify([layers, settings.network]);
    if (key === this.drawn) return;
    Object.assign(this, { settings, drawn: key });
    const free = settings.network !== "convolutional";
    this.count.textContent = free ? String(settings.widths.length) : "fixed";
    this.fewer.disabled = !free || !settings.widths.length;
    this.more.disabled = !free || settings.widths.length >= MOST_LAYERS;
    this.columns.classList.toggle("deep", free && settings.widths.length > 2);
    this.columns.classList.toggle("many", layers.length > MANY);
    this.columns.style.gridTemplateColumns = layers.map(({ what }) => `minmax(0, ${ROOM[what]}fr)`).join(" ");
    fitChildren(this.columns, layers.length, () => this.column());
    for (const [at, layer] of layers.entries()) this.fill(this.columns.children[at], layer);
    this.paint(layers);
  }

  column() {
    const buttons = ["more", "less"].map((className) => make("button", { type: "button", className }));
    return make("div", { className: "layer" }, ...buttons, make("b"), make("span"));
  }

  /**
   * @param {Element} column
   * @param {import("./layers.js").Drawn} layer
   */
  fill(column, layer) {
    const { what, width, index } = layer;
    const [more, less] = /** @type {any} */ (column.querySelectorAll("button"));
    const name = what === "code" ? "the code" : `hidden layer ${index + 1}`;
    const editable = what === "code" || what === "hidden";
    Object.assign(more, { textContent: "+", title: `Make ${name} wider`, hidden: !editable });
    Object.assign(less, { textContent: "−", title: `Make ${name} narrower`, hidden: !editable });
    for (const [button, wider] of [
      [more, true],
      [less, false],
    ]) {
      button.setAttribute("aria-label", `${button.title}; it has ${width} numbers`);
      button.onclick = () => this.wish(resized(this.settings, layer, wider));
    }
    column.className = `layer ${what}`;
    column.querySelector("b").textContent = String(width);
    column.querySelector("span").textContent = NAMES[what] ?? "";
  }

  /** @param {import("./layers.js").Drawn[]} layers */
  paint(layers) {
    const most = Math.max(PIXELS, ...layers.map(({ width }) => width));
    let left = 0;
    const bars = layers.map(({ width, what }) => {
      const x = left + ROOM[what] / 2;
      left += ROOM[what];
      return { x, half: Math.max(LEAST, 50 * Math.sqrt(width / most)), what };
    });
    this.svg.setAttribute("viewBox", `0 0 ${left} 100`);
    const funnels = bars.slice(1).map((bar, at) => funnel(bars[at], bar));
    const rects = bars.map(({ x, half, what }) =>
      shape("rect", { x: x - BAR / 2, y: 50 - half, width: BAR, height: 2 * half, class: what }),
    );
    this.svg.replaceChildren(...funnels, ...rects);
    const widths = layers.map(({ width }) => width).join(", ");
    this.svg.setAttribute("aria-label", `The network's layers, from picture to copy: ${widths} numbers.`);
  }
}

function funnel(from, to) {
  const [left, right] = [from.x + BAR / 2, to.x - BAR / 2];
  const corners = [
    [left, 50 - from.half],
    [right, 50 - to.half],
    [right, 50 + to.half],
    [left, 50 + from.half],
  ];
  return shape("polygon", { points: corners.join(" "), class: "rule" });
}
