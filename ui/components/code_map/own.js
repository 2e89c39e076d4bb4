// The student's own digit: a star with a fading trail of the places where it was while the hand drew.

import { paintText } from "../shared/canvas.js";
import { css } from "../shared/colours.js";
import { clamp } from "../shared/numbers.js";

/**
 * @typedef {import("../shared/palette.js").Palette} Palette
 * @typedef {{ place: number[], now: number }} Step a place and when it was told, in milliseconds
 */

const MOST_STEPS = 90;
const GOING_MS = 160;
const FADING_MS = 2600;
const STAR = 13;

export class OwnDigit {
  constructor() {
    this.forget();
  }

  forget() {
    /** @type {number[] | null} where it is going, where it is shown, and where it came from */
    this.place = this.shown = this.from = null;
    /** @type {Step[]} */
    this.steps = [];
    this.since = 0;
    this.called = "";
  }

  /**
   * Take what Python says.
   *
   * @param {{ place: number[], called: string } | null} own
   * @param {(x: number, y: number) => number[]} inside turns its place into map units
   * @param {number} now in milliseconds
   */
  hear(own, inside, now) {
    if (!own) {
      this.forget();
      return;
    }
    this.called = own.called;
    const place = inside(own.place[0], own.place[1]);
    if (this.place?.every((value, axis) => value === place[axis])) return;
    this.from = this.shown ?? place;
    this.place = place;
    this.since = now;
    this.steps = [...this.steps, { place, now }].slice(-MOST_STEPS);
  }

  /**
   * Paint it.
   *
   * @param {CanvasRenderingContext2D} context
   * @param {(x: number, y: number) => number[]} at turns map units into places
   * @param {Palette} colours
   * @param {number} now in milliseconds
   * @param {boolean} still whether nothing may move
   * @returns {boolean} whether it still moves or its trail fades
   */
  paint(context, at, colours, now, still) {
    if (!this.place) return false;
    const share = still ? 1 : clamp((now - this.since) / GOING_MS, 0, 1);
    this.shown = this.place.map((value, axis) => this.from[axis] + (value - this.from[axis]) * share);
    const fading = paintTrail(context, this.steps, at, colours, now);
    const place = at(this.shown[0], this.shown[1]);
    paintStar(context, place, colours);
    Object.assign(context, { font: "700 13px sans-serif", textAlign: "center", textBaseline: "bottom" });
    const above = [place[0], place[1] - STAR - 4];
    paintText(context, this.called, above, [4.5, css(colours.paper, 0.92)], css(colours.ink));
    return share < 1 || fading;
  }
}

/** Paint the way that it came, the fainter the older; says whether there is any left to see. */
function paintTrail(context, steps, at, colours, now) {
  Object.assign(context, { lineCap: "round", lineJoin: "round" });
  let visible = false;
  steps.slice(1).forEach((step, index) => {
    const newness = 1 - (now - step.now) / FADING_MS;
    if (newness <= 0) return;
    visible = true;
    context.beginPath();
    for (const [x, y] of [steps[index].place, step.place].map((place) => at(place[0], place[1]))) context.lineTo(x, y);
    for (const [width, colour] of [
      [5 + 3 * newness, colours.paper],
      [1.5 + 3 * newness, colours.extra],
    ]) {
      Object.assign(context, { lineWidth: width, strokeStyle: css(colour, Math.min(1, newness)) });
      context.stroke();
    }
  });
  return visible;
}

function paintStar(context, /** @type {number[]} */ [x, y], colours) {
  context.beginPath();
  for (let corner = 0; corner < 10; corner += 1) {
    const radius = corner % 2 ? STAR * 0.45 : STAR;
    const angle = (corner * Math.PI) / 5 - Math.PI / 2;
    context.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
  }
  context.closePath();
  context.lineJoin = "round";
  for (const [lineWidth, strokeStyle] of [
    [7, css(colours.paper)],
    [3.5, css(colours.ink)],
  ]) {
    Object.assign(context, { lineWidth, strokeStyle });
    context.stroke();
  }
  context.fillStyle = css(colours.extra);
  context.fill();
}
