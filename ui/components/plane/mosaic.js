// The picture of the manifold behind the plane: decoded digits side by side, finer the nearer one looks, painted into
// one sheet whenever the browser has nothing better to do.

import { css } from "../shared/colours.js";
import { make } from "../shared/dom.js";
import { PIXELS, SIDE } from "../shared/picture.js";

const CELLS = 12; // a row, when the whole plane is in view
const SLOT = 30; // pixels of a picture with its empty border
const SLOTS = 48; // a row of the sheet
const SLICE = 8; // milliseconds of decoding at a time

export class Mosaic {
  /** @param {() => void} onProgress called when more of the picture is there */
  constructor(onProgress) {
    this.onProgress = onProgress;
    /** @type {import("./models.js").Model} */
    this.model = null;
    /** @type {import("./scale.js").View} */
    this.home = null;
    /** @type {import("../shared/colours.js").Rgb} */
    this.ink = null;
    this.resting = this.asleep = false;
    this.sheet = make("canvas", { width: SLOT * SLOTS, height: SLOT * SLOTS });
    this.context = this.sheet.getContext("2d");
    this.tile = new ImageData(SIDE, SIDE);
    this.forget();
  }

  forget() {
    /** @type {Map<string, number>} the slot of every cell's picture, by its level and its place */
    this.slots = new Map();
    this.context.clearRect(0, 0, this.sheet.width, this.sheet.height);
    /** @type {{ level: number, i: number, j: number }[]} cells without a picture, the nearest to the middle first */
    this.wanted = [];
  }

  /**
   * @param {import("./models.js").Model} model
   * @param {import("./scale.js").View} home the whole plane
   */
  show(model, home) {
    if (this.model === model && this.home?.half === home.half) return;
    this.model = model;
    this.home = home;
    this.forget();
  }

  /**
   * Give the sheet another ink.
   *
   * @param {import("../shared/colours.js").Rgb} ink
   */
  tint(ink) {
    this.ink = ink;
    this.context.globalCompositeOperation = "source-in";
    this.context.fillStyle = css(ink);
    this.context.fillRect(0, 0, this.sheet.width, this.sheet.height);
    this.context.globalCompositeOperation = "source-over";
  }

  size(level) {
    return (2 * this.home.half) / CELLS / 2 ** level;
  }

  /** Cells of a level that a view shows, as [column, row] counted from zero of the plane. */
  cells(level, view) {
    const size = this.size(level);
    const cells = [];
    for (let i = Math.floor((view.x - view.half) / size); i * size < view.x + view.half; i += 1) {
      for (let j = Math.floor((view.y - view.half) / size); j * size < view.y + view.half; j += 1) cells.push([i, j]);
    }
    return cells;
  }

  /**
   * Paint what has been decoded of a view, and have the rest decoded.
   *
   * @param {CanvasRenderingContext2D} context
   * @param {import("./scale.js").View} view
   * @param {number} side of the canvas
   */
  paint(context, view, side) {
    if (!this.model?.decode || !this.ink) return;
    const level = Math.max(0, Math.min(12, Math.round(Math.log2(this.home.half / view.half))));
    const missing = [];
    const place = (value, middle, flip) => Math.round(side / 2 + (flip * (value - middle) * side) / (2 * view.half));
    for (const [i, j] of this.cells(level, view)) {
      const piece = this.lookUp(level, i, j);
      if (!piece || piece.up) missing.push({ level, i, j });
      if (!piece) continue;
      const size = this.size(level);
      const [left, right] = [place(i * size, view.x, 1), place((i + 1) * size, view.x, 1)];
      const [bottom, top] = [place(j * size, view.y, -1), place((j + 1) * size, view.y, -1)];
      context.drawImage(this.sheet, piece.x, piece.y, piece.size, piece.size, left, top, right - left, bottom - top);
    }
    const distance = ({ i, j }) =>
      Math.hypot((i + 0.5) * this.size(level) - view.x, (j + 0.5) * this.size(level) - view.y);
    this.wanted = missing.sort((one, other) => distance(one) - distance(other));
    this.wake();
  }

  /** Where a cell's picture lies on the sheet; else the part of a coarser one that covers it. */
  lookUp(level, i, j) {
    for (let up = 0; up <= Math.min(level, 3); up += 1) {
      const slot = this.slots.get(`${level - up} ${i >> up} ${j >> up}`);
      if (slot === undefined) continue;
      const size = SIDE / 2 ** up;
      const [column, row] = [i - ((i >> up) << up), (1 << up) - 1 - (j - ((j >> up) << up))];
      const [x, y] = [(slot % SLOTS) * SLOT + 1, Math.floor(slot / SLOTS) * SLOT + 1];
      return { x: x + column * size, y: y + row * size, size, up };
    }
    return null;
  }

  wake() {
    if (this.asleep || !this.wanted.length) return;
    this.asleep = true;
    const later = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 20));
    later(() => {
      this.asleep = false;
      if (!this.resting) this.work();
    });
  }

  work() {
    const end = performance.now() + SLICE;
    while (this.wanted.length && performance.now() < end) this.decode(this.wanted.shift());
    this.onProgress();
  }

  decode({ level, i, j }) {
    if (this.slots.size >= SLOTS * SLOTS) this.slots.clear();
    const size = this.size(level);
    const values = this.model.decode([(i + 0.5) * size, (j + 0.5) * size]);
    const [red, green, blue] = this.ink;
    for (let pixel = 0; pixel < PIXELS; pixel += 1) {
      this.tile.data.set([red, green, blue, 255 * values[pixel]], 4 * pixel);
    }
    const slot = this.slots.size;
    this.slots.set(`${level} ${i} ${j}`, slot);
    this.context.putImageData(this.tile, (slot % SLOTS) * SLOT + 1, Math.floor(slot / SLOTS) * SLOT + 1);
  }
}
