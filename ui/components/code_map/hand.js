// Mouse, finger, pen and keys on one map. A mouse points, drags the map, pins with a click and draws the lasso with
// Shift; one finger points and pins with a tap, two fingers zoom and shift. With the lasso, two taps select a rectangle.

import { apart, pinch, placeOn, TAP } from "../shared/gestures.js";
import { zoomByWheel } from "../shared/wheel.js";

const WHEEL = 0.0018;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Hand {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import("./chart.js").Chart} chart
   * @param {import("./atlas.js").Atlas} atlas
   */
  constructor(canvas, chart, atlas) {
    this.canvas = canvas;
    this.chart = chart;
    this.atlas = atlas;
    /** @type {Map<number, number[]>} */
    this.pointers = new Map();
    /** @type {"point" | "shift" | "pinch" | "lasso" | null} what the hand is doing while it holds something */
    this.gesture = null;
    this.start = [0, 0];
    this.tapped = false;
    canvas.onpointerdown = (event) => this.down(event);
    canvas.onpointermove = (event) => this.move(event);
    canvas.onpointerup = (event) => this.up(event, true);
    canvas.onpointercancel = (event) => this.up(event, false);
    canvas.onpointerleave = (event) => event.pointerType === "touch" || this.gesture || atlas.point(-1);
    canvas.oncontextmenu = (event) => event.preventDefault();
    canvas.ondblclick = () => atlas.goHome(chart);
    canvas.onkeydown = (event) => this.key(event);
    canvas.onblur = () => this.gesture || atlas.point(-1);
    const zoom = (closer, place) => chart.zoom(closer, place) && atlas.refresh(true);
    zoomByWheel(canvas, WHEEL, zoom, () => Boolean(chart.places));
  }

  down(event) {
    const { canvas, chart, atlas, pointers } = this;
    if (!chart.places) return;
    event.preventDefault();
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    const place = placeOn(canvas, event);
    pointers.set(event.pointerId, place);
    if (pointers.size > 1) {
      atlas.endLasso(chart, false);
      this.gesture = "pinch";
      atlas.point(-1);
      return;
    }
    this.start = place;
    this.tapped = true;
    const touch = event.pointerType === "touch";
    this.gesture = atlas.lassoing || event.shiftKey ? "lasso" : touch ? "point" : "shift";
    if (this.gesture === "lasso") atlas.startLasso(chart, place);
    else if (touch) atlas.point(this.row(event), chart);
  }

  row(event) {
    return this.atlas.rowAt(this.chart, placeOn(this.canvas, event), event.pointerType === "touch");
  }

  move(event) {
    const { canvas, chart, atlas, pointers } = this;
    if (!chart.places) return;
    const now = placeOn(canvas, event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      if (atlas.corners.first) atlas.corners.stretch(chart, now);
      else if (event.pointerType !== "touch") atlas.point(this.row(event), chart);
      return;
    }
    if (apart(now, this.start) > TAP) this.tapped = false;
    if (this.gesture === "pinch") this.pinch(event.pointerId, now);
    pointers.set(event.pointerId, now);
    if (this.gesture === "lasso") atlas.stretchLasso(now);
    else if (this.gesture === "point") atlas.point(this.row(event), chart);
    else if (this.gesture === "shift" && !this.tapped) this.shift(now[0] - before[0], now[1] - before[1]);
  }

  shift(right, down) {
    this.canvas.classList.add("shifting");
    this.atlas.point(-1);
    this.chart.shift(right, down);
    this.atlas.refresh(true);
  }

  pinch(id, now) {
    const pinched = pinch(this.pointers, id, now);
    if (!pinched) return;
    this.chart.shift(pinched.shift[0], pinched.shift[1]);
    this.chart.zoom(pinched.closer, pinched.middle);
    this.atlas.refresh(true);
  }

  up(event, meant) {
    if (!this.pointers.delete(event.pointerId)) return;
    if (this.gesture === "pinch" && this.pointers.size) return; // the finger that stays has no new task
    const { gesture } = this;
    this.gesture = null;
    this.canvas.classList.remove("shifting");
    if (gesture === "lasso") this.atlas.endLasso(this.chart, meant && !this.tapped);
    if (gesture === "lasso" && meant && this.tapped && this.atlas.lassoing) {
      this.atlas.corners.set(this.chart, placeOn(this.canvas, event));
      return;
    }
    if (gesture === "pinch" || !meant || !this.tapped || event.button > 0) return;
    this.atlas.pin(this.row(event));
  }

  /** The dot that is pointed at is a corner of a selection that is under way, or it is to be pinned. */
  enter() {
    const { atlas, chart } = this;
    if (!atlas.lassoing) atlas.pin(atlas.pointed);
    else if (atlas.pointed >= 0) atlas.corners.set(chart, chart.place(atlas.pointed));
  }

  key(event) {
    const { atlas, chart } = this;
    if (event.ctrlKey || event.metaKey || event.altKey || !chart.places) return;
    if (event.key in ARROWS) atlas.step(chart, ARROWS[event.key]);
    else if (event.key === "+" || event.key === "=") atlas.zoom(1.3, chart);
    else if (event.key === "-") atlas.zoom(1 / 1.3, chart);
    else if (event.key === "0") atlas.goHome(chart);
    else if (event.key.toLowerCase() === "l") atlas.takeLasso(!atlas.lassoing);
    else if (event.key === "Enter" || event.key === " ") this.enter();
    else if (event.key === "Escape") atlas.escape();
    else return;
    event.preventDefault();
  }
}
