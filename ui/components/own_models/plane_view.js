// The plane of a model whose codes are two numbers: dots of digits, and under the hand the picture of every point.

import { describe } from "../shared/alternative.js";
import { make } from "../shared/dom.js";
import { placeOn } from "../shared/gestures.js";
import { clamp, written } from "../shared/numbers.js";
import { paintInk } from "../shared/paint.js";
import { inkBytes, pictureAt } from "../shared/picture.js";
import { sheetAt } from "../training/material.js";
import { paintPlane } from "./plane_dots.js";
import { PRIOR, windowOf } from "./plane_window.js";

const DOTS = 400;
const AT_ONCE = 40; // pictures encoded between two frames
const STEP = 0.03; // of the window, one press of an arrow key
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class PlaneView {
  /** @param {import("./own_models.js").Shown} shown */
  constructor({ kept, model }) {
    this.kept = kept;
    this.model = model;
    this.colours = null;
    this.window = PRIOR;
    /** @type {{ codes: Float32Array, labels: Uint8Array, names: string[] }} */
    this.dots = { codes: new Float32Array(0), labels: new Uint8Array(0), names: [] };
    /** @type {number[]} codes of the hand's place, and of the picture that the page shows */
    this.place = this.own = [0, 0];
    this.moved = false; // whether the hand has been here
    this.board = make("canvas", { className: "board", tabIndex: 0 });
    this.board.setAttribute("role", "img");
    this.board.dataset.testid = "own-plane";
    this.board.setAttribute("aria-label", `The plane of ${kept.name}: move over it, or use the arrow keys`);
    this.decoded = make("canvas", { className: "decoded" });
    this.decoded.setAttribute("role", "img");
    this.decoded.setAttribute("aria-label", "Decoded picture");
    this.decoded.dataset.testid = "own-decoded";
    this.words = make("p", { className: "facts" });
    const beside = make("div", {}, this.decoded, this.words);
    this.element = make("div", { className: "plane" }, this.board, beside);
    this.board.onpointerdown = (event) => this.point(event);
    this.board.onpointermove = (event) => (event.pointerType === "mouse" || event.buttons) && this.point(event);
    this.board.onkeydown = (event) => this.key(event);
    new ResizeObserver(() => this.paint()).observe(this.board);
  }

  /**
   * @param {import("./own_models.js").Given} given
   * @param {import("../shared/palette.js").Palette} colours
   */
  take({ header, arrays }, colours) {
    const first = !this.colours;
    this.colours = colours;
    this.own = [...this.model.encoder.run(arrays.picture).slice(0, 2)];
    if (!this.moved) this.place = this.own;
    if (first) void this.scatter(header.sheets);
    this.paint();
  }

  /** Fetch the pictures that the model has learnt from, or the digits, and put their codes on the plane. */
  async scatter(sheets) {
    const sheet = sheets.find(({ id }) => id === this.kept.settings.data) ?? sheets[0];
    if (!sheet) return;
    const { pictures, labels } = await sheetAt(sheet.address);
    const count = Math.min(DOTS, labels.length);
    const codes = new Float32Array(2 * count);
    for (let index = 0; index < count; index += 1) {
      const ink = Float32Array.from(pictureAt(pictures, index), (byte) => byte / 255);
      codes.set(this.model.encoder.run(ink).slice(0, 2), 2 * index);
      if (index % AT_ONCE === AT_ONCE - 1) await new Promise(requestAnimationFrame);
    }
    this.dots = { codes, labels: labels.subarray(0, count), names: sheet.classes };
    this.window = windowOf(codes);
    this.paint();
  }

  point(event) {
    event.preventDefault();
    const [x, y] = placeOn(this.board, event);
    const { low, high } = this.window;
    const [width, height] = [this.board.clientWidth, this.board.clientHeight];
    this.go([low[0] + (x / width) * (high[0] - low[0]), high[1] - (y / height) * (high[1] - low[1])]);
  }

  key(event) {
    const arrow = ARROWS[event.key];
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { low, high } = this.window;
    this.go(this.place.map((value, axis) => value + STEP * arrow[axis] * (high[axis] - low[axis])));
  }

  /** @param {number[]} place */
  go(place) {
    const { low, high } = this.window;
    this.moved = true;
    this.place = place.map((value, axis) => clamp(value, low[axis], high[axis]));
    this.paint();
  }

  paint() {
    if (!this.colours) return;
    const { window, dots, place, own, colours } = this;
    paintPlane(this.board, { window, dots, place, own, colours });
    paintInk(this.decoded, inkBytes(this.model.decoder.run(new Float32Array(place))), colours);
    this.words.textContent = `z = (${place.map((value) => written(value)).join(", ")})`;
    describe(this.decoded, () => `Decoded picture at ${this.words.textContent}`);
  }
}
