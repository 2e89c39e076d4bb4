// The reader: how many rows are read, and everything that depends on it.

import { describe } from "../shared/alternative.js";
import { named } from "../shared/dom.js";
import { placeOn } from "../shared/gestures.js";
import { readMessage } from "../shared/message.js";
import { paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { pictureAt, SIDE } from "../shared/picture.js";
import { engine } from "../shared/rebuilding/engine.js";
import { drawChart, rowsAt } from "./chart.js";
import { paintCodes, paintRead } from "./pictures.js";
import { Player } from "./player.js";
import { readOf } from "./read.js";

export class RowReader {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".reader");
    this.texts = named(this.root, "text");
    /** @type {HTMLInputElement} */
    this.slider = this.root.querySelector("input");
    /** @type {HTMLButtonElement} */
    this.button = this.root.querySelector(".play");
    this.svg = this.root.querySelector("svg");
    this.rows = 0;
    this.settled = 0; // number of the newest drawing that Python's word is about
    this.header = this.colours = this.setStateValue = null;
    /** @type {import("./read.js").Read} */
    this.read = null;
    this.player = new Player(
      () => this.goOn(),
      (playing) => this.relabel(playing),
    );
    this.watch = new ResizeObserver(() => this.read && this.show());
    this.watch.observe(this.svg.parentElement);
    this.listen();
  }

  listen() {
    this.button.onclick = () => (this.player.playing ? this.player.pause() : this.begin());
    this.slider.oninput = () => this.go(this.slider.valueAsNumber);
    this.slider.onchange = () => this.rest();
    for (const canvas of [this.canvas("input"), this.canvas("codes")]) {
      this.drag(canvas, (event) => Math.ceil((placeOn(canvas, event)[1] / canvas.clientHeight) * SIDE));
    }
    this.drag(this.svg, ({ offsetX }) => rowsAt(offsetX, this.svg.clientWidth));
  }

  /** Let a pointer that is down on an element choose the row. */
  drag(element, rowsOf) {
    element.onpointerdown = (event) => {
      element.setPointerCapture(event.pointerId);
      this.go(rowsOf(event));
    };
    element.onpointermove = (event) => event.buttons && this.go(rowsOf(event));
    element.onpointerup = () => this.rest();
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setStateValue }) {
    const { header, arrays } = readMessage(data);
    this.setStateValue = setStateValue;
    this.colours = palette(this.root);
    if (!this.rows) this.rows = header.rows;
    if (this.header?.model === header.model && engine.isOld(header.drawn)) return;
    Object.assign(this, { header, read: arrays, settled: engine.drawing });
    const networks = header.network ? [header.network] : [];
    const extras = { [header.model]: { kind: /** @type {const} */ ("rows") } };
    engine.want(this, { networks, chosen: true, extras, show: (rebuilt) => this.follow(rebuilt) });
    this.show();
    this.root.dataset.ready = "true";
  }

  remove() {
    this.player.pause();
    this.watch.disconnect();
    engine.leave(this);
  }

  /** @param {import("../shared/rebuilding/engine.js").Rebuilt} rebuilt */
  follow({ drawing, ink, more }) {
    if (drawing <= this.settled || !more.rows) return;
    this.read = readOf(ink, more.rows, this.header.size);
    this.show();
  }

  /** @returns {HTMLCanvasElement} */
  canvas(name) {
    return this.root.querySelector(`.${name} canvas`);
  }

  begin() {
    if (this.rows === SIDE) this.rows = 0;
    this.player.play();
  }

  /** Read one row more; false when all were read. */
  goOn() {
    if (this.rows < SIDE) this.rows += 1;
    this.show();
    return this.rows < SIDE;
  }

  go(rows) {
    this.player.pause();
    this.rows = Math.min(SIDE, Math.max(1, rows));
    this.show();
  }

  rest() {
    this.setStateValue("place", { rows: this.rows });
  }

  relabel(playing) {
    this.button.textContent = playing ? "❚❚ Pause" : "▶ Read";
    if (!playing) this.rest();
  }

  show() {
    const { rows, read, colours, header, texts } = this;
    paintRead(this.canvas("input"), read.input, rows, colours);
    paintCodes(this.canvas("codes"), read.codes, header.scale, rows, colours);
    paintInk(this.canvas("output"), pictureAt(read.pictures, rows - 1), colours);
    drawChart(this.svg, this.svg.parentElement.clientWidth, read.errors, header.usual, rows);
    this.slider.value = String(rows);
    texts.rows.textContent = `row ${rows} of ${SIDE}`;
    texts.error.textContent = `error ${read.errors[rows - 1].toFixed(4)} a pixel`;
    texts.numbers.textContent = `${header.size} numbers a row: orange above 0, blue below`;
    this.root.dataset.rows = String(rows);
    this.describe();
  }

  /** Say of every picture what it shows. */
  describe() {
    const { rows, texts } = this;
    describe(this.canvas("input"), () => `The picture, read down to ${texts.rows.textContent}`);
    describe(this.canvas("codes"), () => `The code after each of the first ${rows} rows, one line of colours each`);
    describe(this.canvas("output"), () => `Rebuilt from the code after row ${rows}: ${texts.error.textContent}`);
    describe(this.svg, () => `Error over the rows that were read. After row ${rows}: ${texts.error.textContent}`);
    this.slider.setAttribute("aria-valuetext", texts.rows.textContent);
  }
}
