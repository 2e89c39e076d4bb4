// One map: a window on its points that can be zoomed and shifted. Points lie in [-1, 1] or a little outside; they are
// painted once on a sheet, and what moves with the pointer is painted over a copy of it.

import { make } from "../shared/dom.js";
import { fillPaper, paintDots } from "../shared/dots.js";
import { clamp } from "../shared/numbers.js";
import { OwnDigit } from "./own.js";
import { Spread } from "./spread.js";

const DOT = 2; // CSS pixels
const BIGGEST = 7;
const CLOSEST = 80;
const FARTHEST = 0.8;
const FITTING = 0.95;
const CAPTION = 26; // CSS pixels above the points

export class Chart {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    this.sheet = make("canvas");
    /** @type {ImageData} */
    this.image = null;
    this.own = new OwnDigit();
    this.view = { x: 0, y: 0, zoom: 1 };
    /** @type {Spread} */
    this.spread = null;
    /** @type {Float32Array} where the points are, where they came from, and where they are going */
    this.places = this.from = this.goal = null;
    this.key = "";
  }

  get size() {
    return [this.canvas.clientWidth, this.canvas.clientHeight];
  }

  /** Pixels for one unit, at zoom 1: all points fit in. */
  get unit() {
    const [width, height] = this.size;
    const [wide, high] = this.spread.sides;
    return FITTING * Math.min(width / (2 * wide), (height - CAPTION) / (2 * high));
  }

  /** Where the middle of the window is on the canvas. */
  get middle() {
    const [width, height] = this.size;
    return [width / 2, (height + CAPTION) / 2];
  }

  /**
   * @param {number} x in map units
   * @param {number} y
   * @returns {number[]} the place on the canvas
   */
  at(x, y) {
    const [left, top] = this.middle;
    const scale = this.unit * this.view.zoom;
    return [left + (x - this.view.x) * scale, top - (y - this.view.y) * scale];
  }

  /**
   * @param {number} left on the canvas
   * @param {number} top
   * @returns {number[]} the place in map units
   */
  back(left, top) {
    const [x, y] = this.middle;
    const scale = this.unit * this.view.zoom;
    return [this.view.x + (left - x) / scale, this.view.y - (top - y) / scale];
  }

  /** @param {number} row */
  place(row) {
    return this.at(this.places[2 * row], this.places[2 * row + 1]);
  }

  /**
   * Show points, gliding from where they were.
   *
   * @param {Float32Array} points row by row
   * @param {number} columns numbers a point; the first two count
   * @param {string} key names them
   */
  show(points, columns, key) {
    if (key === this.key) {
      this.from = this.places;
      return;
    }
    const before = this.places?.length * columns === 2 * points.length && this.size[0] ? this.pixels() : null;
    this.spread = new Spread(points, columns);
    this.goal = this.spread.all(points, columns);
    this.goHome();
    this.from = before?.map((_, index) => this.back(before[index & ~1], before[index | 1])[index & 1]) ?? this.goal;
    this.places = Float32Array.from(this.from);
    this.key = key;
    this.own.forget();
  }

  /**
   * Move points on their way.
   *
   * @param {number} share of it that is done
   */
  glide(share) {
    if (!this.goal) return;
    if (share >= 1) this.from = this.places = this.goal;
    else this.places = this.goal.map((value, index) => this.from[index] + (value - this.from[index]) * share);
  }

  goHome() {
    this.view = { x: 0, y: 0, zoom: 1 };
  }

  /**
   * Zoom around a place on the canvas.
   *
   * @param {number} factor
   * @param {number[]} [place]
   * @returns {boolean} whether there was room to
   */
  zoom(factor, [left, top] = this.middle) {
    const before = this.back(left, top);
    const next = clamp(this.view.zoom * factor, FARTHEST, CLOSEST);
    if (next === this.view.zoom) return false;
    this.view.zoom = next;
    const after = this.back(left, top);
    this.view.x += before[0] - after[0];
    this.view.y += before[1] - after[1];
    return true;
  }

  /** @param {number} row whose point comes into the middle of the window */
  centre(row) {
    Object.assign(this.view, { x: this.places[2 * row], y: this.places[2 * row + 1] });
  }

  /**
   * @param {number} right CSS pixels
   * @param {number} down
   */
  shift(right, down) {
    const scale = this.unit * this.view.zoom;
    this.view.x -= right / scale;
    this.view.y += down / scale;
  }

  /**
   * Find where all points are on the canvas.
   *
   * @param {number} [density] finer pixels than CSS ones
   * @returns {Float32Array} x0, y0, x1, …
   */
  pixels(density = 1) {
    const scale = this.unit * this.view.zoom * density;
    const [left, top] = this.at(0, 0).map((value) => value * density);
    const pixels = new Float32Array(this.places.length);
    for (let index = 0; index < pixels.length; index += 2) {
      pixels[index] = left + this.places[index] * scale;
      pixels[index + 1] = top - this.places[index + 1] * scale;
    }
    return pixels;
  }

  /**
   * Paint all points on the sheet.
   *
   * @param {{ colours: Uint8Array, strengths: Uint8Array, paper: import("../shared/colours.js").Rgb }} dots
   */
  paintSheet({ colours, strengths, paper }) {
    const density = window.devicePixelRatio || 1;
    const [width, height] = this.size.map((side) => Math.round(side * density));
    if (!width || !height) return;
    if (this.sheet.width !== width || this.sheet.height !== height || !this.image) {
      for (const canvas of [this.canvas, this.sheet]) Object.assign(canvas, { width, height });
      this.image = this.sheet.getContext("2d").createImageData(width, height);
    }
    fillPaper(this.image, paper);
    const radius = Math.min(BIGGEST, DOT * this.view.zoom ** 0.4);
    paintDots(this.image, { places: this.pixels(density), colours, strengths }, radius * density);
    this.sheet.getContext("2d").putImageData(this.image, 0, 0);
  }
}
