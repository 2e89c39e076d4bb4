// The board: a window on the plane that can be zoomed and shifted, painted in layers. What only changes with the window
// is kept on a canvas of its own; cross, input and walk are painted on top of it in every frame.

import { palette } from "../shared/palette.js";
import { paintAxes } from "./axes.js";
import { Glide } from "./glide.js";
import { models } from "./models.js";
import { Mosaic } from "./mosaic.js";
import { Scale } from "./scale.js";
import { paintCodes, paintCross, paintDraws, paintNames, paintPosterior, paintPrior, paintWalk } from "./scene.js";

const CLOSEST = 60; // times closer than the whole plane
const FARTHEST = 1.5;
const FADED = 0.42; // the manifold's ink behind the dots

export class Board {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    /** @type {any} of the newest message */
    this.header = null;
    /** @type {import("./scale.js").View} */
    this.home = this.view = null;
    /** @type {import("../shared/palette.js").Palette} */
    this.colours = null;
    /** @type {{ mean: number[], deviation: number[] | null }} */
    this.posterior = null;
    /** @type {number[][]} */
    this.stops = this.way = this.draws = [];
    /** @type {number[]} where the point was put, and where the pointer or another part of the page points at */
    this.point = this.hovered = null;
    this.frame = null;
    this.stale = false;
    this.base = document.createElement("canvas");
    this.layers = { map: true, codes: true, prior: true, posterior: true, draws: true };
    /** @type {Set<number>} */
    this.hidden = new Set();
    this.mosaic = new Mosaic(() => this.refresh(true));
    this.glide = new Glide((view) => {
      this.view = view;
      this.refresh(true);
    });
    this.observer = new ResizeObserver(() => this.refresh(true));
    this.observer.observe(canvas);
  }

  get model() {
    return models.get(this.header.model);
  }

  /** The place that is shown: under the pointer, or where the point was put. */
  get place() {
    return this.hovered ?? this.point;
  }

  scale() {
    return new Scale(this.view, this.canvas.clientWidth);
  }

  /**
   * Make another window the one to begin with, and go there.
   *
   * @param {import("./scale.js").View} home
   */
  settle(home) {
    this.home = home;
    if (this.view) this.glide.begin(this.view, home);
    else this.view = { ...home };
  }

  /**
   * Zoom around a place of the board.
   *
   * @param {number} factor of the window's side
   * @param {number} [x]
   * @param {number} [y]
   * @returns {boolean} whether there was room to
   */
  zoom(factor, x = this.canvas.clientWidth / 2, y = x) {
    this.glide.stop();
    const before = this.scale().back(x, y);
    const next = Math.min(this.home.half * FARTHEST, Math.max(this.home.half / CLOSEST, this.view.half * factor));
    if (next === this.view.half) return false;
    this.view.half = next;
    const after = this.scale().back(x, y);
    this.view.x += before[0] - after[0];
    this.view.y += before[1] - after[1];
    this.refresh(true);
    return true;
  }

  /**
   * @param {number} right CSS pixels
   * @param {number} down
   */
  shift(right, down) {
    this.glide.stop();
    const { perUnit } = this.scale();
    this.view.x -= right / perUnit;
    this.view.y += down / perUnit;
    this.refresh(true);
  }

  goHome() {
    this.glide.stop();
    this.view = { ...this.home };
    this.refresh(true);
  }

  /**
   * Paint anew in the next frame.
   *
   * @param {boolean} [whole] whether the window or its layers have changed too
   */
  refresh(whole = false) {
    this.stale ||= whole;
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.paint();
    });
  }

  paint() {
    const side = this.canvas.clientWidth;
    const pixels = Math.round(side * devicePixelRatio);
    if (!pixels || !this.view || !this.colours) return;
    if (this.canvas.width !== pixels) {
      for (const canvas of [this.canvas, this.base]) canvas.width = canvas.height = pixels;
      this.stale = true;
    }
    const scale = this.scale();
    if (this.stale) this.paintBase(scale, pixels / side);
    this.stale = false;
    const context = this.canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, pixels, pixels);
    context.drawImage(this.base, 0, 0);
    context.setTransform(pixels / side, 0, 0, pixels / side, 0, 0);
    this.paintTop(context, scale);
  }

  paintBase(scale, density) {
    const context = this.base.getContext("2d");
    const { colours, model, layers } = this;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this.base.width, this.base.height);
    context.globalAlpha = layers.codes ? FADED : 0.9;
    if (layers.map) this.mosaic.paint(context, this.view, this.base.width);
    context.globalAlpha = 1;
    context.setTransform(density, 0, 0, density, 0, 0);
    if (model?.codes && layers.codes) paintCodes(context, scale, model, this.hidden);
    if (layers.prior && this.header.prior) paintPrior(context, scale, colours, !this.header.simple);
    paintAxes(context, scale, colours);
    this.canvas.dataset.half = this.view.half.toFixed(4);
    if (model?.codes && layers.codes) {
      paintNames(context, scale, this.header, this.hidden, colours);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Scale} scale
   */
  paintTop(context, scale) {
    const { colours, layers } = this;
    const cloud = this.header.simple ? null : this.posterior.deviation;
    if (layers.posterior) paintPosterior(context, scale, { mean: this.posterior.mean, deviation: cloud }, colours);
    if (layers.draws) paintDraws(context, scale, this.draws, colours);
    if (this.way.length) paintWalk(context, scale, this, colours);
    paintCross(context, scale, this.place, colours, this.header.ring * scale.perUnit);
  }

  retint() {
    this.colours = palette(this.canvas);
    this.mosaic.tint(this.colours.ink);
    this.refresh(true);
  }

  /**
   * Find the test image whose code lies nearest.
   *
   * @param {number[]} code
   * @returns {{ label: number, distance: number }} its class's index and its distance
   */
  nearest([z1, z2]) {
    const { codes, labels } = this.model;
    let [least, label] = [Infinity, 0];
    for (let index = 0; index < labels.length; index += 1) {
      const [across, up] = [codes[2 * index] - z1, codes[2 * index + 1] - z2];
      const square = across * across + up * up;
      if (square < least) [least, label] = [square, labels[index]];
    }
    return { label, distance: Math.sqrt(least) };
  }
}
