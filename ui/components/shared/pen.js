// A pen on a canvas: what mouse, finger or pen do becomes strokes in thousandths of the canvas's side.

import { isFull } from "./full.js";

export const STROKE_UNITS = 1000;

/** @typedef {number[]} Stroke x0, y0, x1, y1, … from the upper left corner, 0 to 1000 */

/**
 * @typedef {object} Paper what is drawn on
 * @property {(point: number[]) => Stroke | null} begin gives the new stroke, null where none may begin
 * @property {() => void} draw the stroke has become longer
 * @property {() => void} lift the stroke is at its end
 * @property {Stroke[]} [strokes] all that is drawn on it
 * @property {number} [most] points of all strokes together, if not as many as usual
 * @property {Element} [status] where a student is told that there is no room for more
 */

/** Follows one pointer at a time. */
export class Pen {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {number} nearest two points of a stroke are not nearer than this
   * @param {Paper} paper
   * @param {HTMLElement} [start] where strokes begin, if that is not the canvas
   */
  constructor(canvas, nearest, paper, start = canvas) {
    this.canvas = canvas;
    this.nearest = nearest;
    this.paper = paper;
    /** @type {Stroke} */
    this.stroke = null;
    this.pointer = -1;
    this.off = false; // whether a pointer draws nothing, because something else is done with it
    start.onpointerdown = (event) => this.start(event);
    canvas.onpointermove = (event) => this.move(event);
    canvas.onpointerup = canvas.onpointercancel = canvas.onlostpointercapture = (event) => this.end(event);
  }

  start(event) {
    if (event.button !== 0 || this.stroke || this.off) return;
    event.preventDefault();
    if (isFull(this.paper)) return;
    const stroke = this.paper.begin(this.place(event));
    if (!stroke) return;
    this.canvas.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.stroke = stroke;
    this.paper.draw();
  }

  move(event) {
    if (!this.stroke || event.pointerId !== this.pointer) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const moved of events.length ? events : [event]) {
      const [x, y] = this.place(moved);
      const [lastX, lastY] = this.stroke.slice(-2);
      if (Math.hypot(x - lastX, y - lastY) < this.nearest) continue;
      if (isFull(this.paper)) return this.end(event);
      this.stroke.push(x, y);
    }
    this.paper.draw();
  }

  end(event) {
    if (!this.stroke || event.pointerId !== this.pointer) return;
    this.stroke = null;
    this.paper.lift();
  }

  /** The stroke under way is no longer wanted: another one may begin. */
  drop() {
    this.stroke = null;
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    const inside = (share) => Math.round(Math.min(1, Math.max(0, share)) * STROKE_UNITS);
    return [inside((event.clientX - box.left) / box.width), inside((event.clientY - box.top) / box.height)];
  }
}
