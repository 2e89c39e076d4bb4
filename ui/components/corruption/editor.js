// The editor of the stack: its rows, the scribble on the picture, and the picture as they leave it.

import { corrupted } from "../shared/corruption.js";
import { Courier } from "../shared/courier.js";
import { named } from "../shared/dom.js";
import { inkOf } from "../shared/drawing/ink.js";
import { ledByKeys } from "../shared/led_by_keys.js";
import { readMessage } from "../shared/message.js";
import { hear } from "../shared/page.js";
import { paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { Pen } from "../shared/pen.js";
import { inkBytes, pictureAt } from "../shared/picture.js";
import { engine } from "../shared/rebuilding/engine.js";
import { coverage } from "./coverage.js";
import { layerRow } from "./row.js";

const SEND_EVERY = 40; // milliseconds at least between two live states
const NEAREST = 12; // thousandths of the side between two points of a scribble

const isScribble = ({ kind }) => kind === "scribble";

export class Editor {
  /** @param {HTMLElement} root */
  constructor(root) {
    /** @type {HTMLElement} */
    this.root = root.querySelector(".corruption");
    this.canvas = root.querySelector("canvas");
    this.rows = root.querySelector(".layers");
    this.status = root.querySelector("[role=status]");
    this.buttons = named(root, "do");
    /** @type {import("../shared/corruption.js").Layer[]} */
    this.layers = [];
    /** @type {import("../shared/pen.js").Stroke[]} */
    this.strokes = [];
    /** @type {any} of the newest message, with its arrays */
    this.header = this.clean = this.fields = null;
    this.version = this.colours = this.setStateValue = null;
    this.most = 0; // points of the scribble; known with the first message
    this.courier = new Courier(SEND_EVERY, (serial, live) => this.deliver(serial, live), "corruption-answered");
    this.pen = new Pen(this.canvas, NEAREST, this);
    this.keys = ledByKeys(this.canvas, this, (words) => this.say(words));
    engine.between = this;
    this.stopHearing = hear({ "digit-pad-drawn": (strokes) => this.follow(strokes) });
    for (const [name, button] of Object.entries(this.buttons)) button.onclick = () => this[name]();
  }

  /**
   * Take what the page says; amounts and strokes only where they are news, for the hand may be ahead of the page.
   *
   * @param {import("../shared/mount.js").Component} component
   */
  update({ data, setStateValue }) {
    const { header, arrays } = readMessage(data);
    this.setStateValue = setStateValue;
    Object.assign(this, { header, colours: palette(this.canvas) });
    if (!this.clean || !engine.isOld(header.given)) this.clean = arrays.clean;
    this.fields = header.drawn.map((_, index) => pictureAt(arrays.fields, index));
    if (header.version !== this.version) {
      this.version = header.version;
      engine.forget("stack");
      this.layers = header.layers.map(([kind, amount]) => ({ kind, amount }));
      this.strokes = header.strokes;
      this.most = header.points;
      this.arrange();
    }
    this.paint();
    this.root.dataset.ready = "true";
  }

  /** The picture as the layers corrupt it; null as long as the page has not drawn the noise for them. */
  picture() {
    const { kinds, drawn, pen } = this.header;
    const random = this.layers.filter(({ kind }) => kinds[kind].random);
    if (random.map(({ kind }) => kind).join() !== drawn.join()) return null;
    const scribble = this.layers.some(isScribble) ? coverage(this.strokes, pen) : null;
    const fieldOf = (layer) => (kinds[layer.kind].random ? this.fields[random.indexOf(layer)] : scribble);
    return corrupted(this.clean, this.layers, this.layers.map(fieldOf));
  }

  paint() {
    const picture = this.picture();
    if (picture) paintInk(this.canvas, inkBytes(picture), this.colours);
    return picture;
  }

  /** The pad has new strokes: corrupt them in place of the picture that was there. */
  follow(strokes) {
    const ink = inkOf(strokes);
    if (!ink || !this.header) return;
    this.clean = ink;
    this.show();
  }

  /** Paint, and have the noisy picture denoised. */
  show() {
    const ink = this.paint();
    if (ink) engine.rebuild({ ink, clean: this.clean });
  }

  /** Make the rows anew, one for each layer; what had the keyboard's focus keeps it. */
  arrange() {
    const focused = /** @type {ShadowRoot} */ (this.root.getRootNode()).activeElement?.ariaLabel;
    this.rows.replaceChildren(...this.layers.map((layer, index) => layerRow(this, layer, index)));
    /** @type {NodeListOf<HTMLElement>} */
    const labelled = this.rows.querySelectorAll("[aria-label]");
    [...labelled].find(({ ariaLabel }) => ariaLabel === focused)?.focus();
    const scribbled = this.strokes.length > 0;
    /** @type {HTMLElement} */ (this.root.querySelector(".hint")).hidden = scribbled;
    this.buttons.undo.hidden = this.buttons.clear.hidden = !scribbled;
    this.buttons.add.disabled = this.layers.length >= this.header.most;
  }

  /** Put layers in the place of those that stand from a position on, as many as are given; none takes one away. */
  change(position, ...layers) {
    this.layers.splice(position, layers.length || 1, ...layers);
    this.settle();
  }

  add() {
    const { kinds } = this.header;
    const used = new Set([...this.layers.map(({ kind }) => kind), "scribble"]);
    const kind = Object.keys(kinds).find((name) => !used.has(name));
    this.layers.push({ kind, amount: kinds[kind].usual });
    this.settle();
    this.rows.scrollTop = this.rows.scrollHeight; // the new one is seen whole
  }

  say(words) {
    this.status.textContent = words;
  }

  undo() {
    this.keys.drop();
    this.strokes = this.strokes.slice(0, -1);
    this.settle();
  }

  clear() {
    this.keys.drop();
    this.strokes = [];
    this.settle();
  }

  settle() {
    if (!this.layers.some(isScribble)) this.strokes = [];
    this.arrange();
    engine.move("stack");
    this.show();
    this.lift();
  }

  /** The pen comes down on the picture; there may be no room for a scribble. */
  begin(point) {
    const { most } = this.header;
    if (!this.layers.some(isScribble)) {
      if (this.layers.length >= most) {
        this.say(`${most} corruptions are the most. Remove one to scribble.`);
        return null;
      }
      this.layers.push({ kind: "scribble", amount: 1 });
    }
    this.strokes = [...this.strokes, point];
    this.arrange();
    return point;
  }

  /** The hand moves: an amount or the scribble has changed. */
  draw() {
    engine.move("stack");
    this.show();
    if (!engine.follows) this.courier.send(true);
  }

  /** The hand rests. */
  lift() {
    this.courier.send(false);
  }

  deliver(serial, live) {
    const text = this.layers.map(({ kind, amount }) => `${kind}:${amount}`).join() || this.header.nothing;
    const strokes = this.strokes.map((stroke) => [...stroke]);
    this.setStateValue("stack", { text, strokes, live, serial, version: this.version });
    engine.rest("stack", serial);
  }

  remove() {
    engine.between = null;
    this.stopHearing();
    this.courier.remove();
  }
}
