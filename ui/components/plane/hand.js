// Mouse, finger, pen and keys on the plane: one finger moves the point, two zoom and shift the window.

import { apart, pinch, placeOn, TAP, wheelCloser } from "../shared/gestures.js";

const WHEEL = 0.0016;
const COARSE = 0.025; // of the window's side, one press of an arrow key
const FINE = 0.1; // of that, with Shift
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

export class Hand {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {import("./plane.js").Plane} plane
   */
  constructor(canvas, plane) {
    this.canvas = canvas;
    this.plane = plane;
    /** @type {Map<number, number[]>} */
    this.pointers = new Map();
    /** @type {"point" | "shift" | "pinch" | null} what the hand is doing while it holds something */
    this.gesture = null;
    /** @type {number[]} */
    this.start = null;
    this.tapped = false;
    this.hasPut = false; // whether it ever put the point down
    canvas.onpointerdown = (event) => this.down(event);
    canvas.onpointermove = (event) => this.move(event);
    canvas.onpointerup = (event) => this.up(event, true);
    canvas.onpointercancel = (event) => this.up(event, false);
    canvas.onpointerleave = () => this.gesture ?? this.hover(null);
    canvas.oncontextmenu = (event) => event.preventDefault();
    canvas.onkeydown = (event) => this.key(event);
    canvas.onkeyup = (event) => event.key in ARROWS && plane.release();
    canvas.onblur = () => this.gesture ?? plane.release();
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  get held() {
    return this.gesture !== null;
  }

  down(event) {
    const { canvas, plane, pointers } = this;
    event.preventDefault();
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, placeOn(canvas, event));
    if (pointers.size === 2) {
      if (this.gesture === "point") plane.letGo();
      this.gesture = "pinch";
    } else if (pointers.size === 1) {
      this.start = placeOn(canvas, event);
      this.tapped = true;
      this.gesture = event.button !== 0 || event.shiftKey || plane.shifting ? "shift" : "point";
      if (this.gesture === "point") plane.take(this.start);
    }
    canvas.classList.toggle("shifting", this.gesture === "shift");
  }

  move(event) {
    const now = placeOn(this.canvas, event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") this.hover(now);
      return;
    }
    if (this.start && apart(now, this.start) > TAP) this.tapped = false;
    if (this.gesture === "pinch") this.pinch(event.pointerId, now);
    this.pointers.set(event.pointerId, now);
    if (this.gesture === "point") this.plane.take(now, !this.tapped);
    if (this.gesture === "shift") this.plane.shift(now[0] - before[0], now[1] - before[1]);
  }

  pinch(id, now) {
    const pinched = pinch(this.pointers, id, now);
    if (!pinched) return;
    this.plane.shift(pinched.shift[0], pinched.shift[1]);
    this.plane.zoom(1 / pinched.closer, ...pinched.middle);
  }

  up(event, meant) {
    if (!this.pointers.delete(event.pointerId)) return;
    if (this.gesture === "pinch" && this.pointers.size) return; // the finger that stays has no new task
    const { gesture, plane } = this;
    this.gesture = null;
    this.canvas.classList.remove("shifting");
    if (gesture === "shift" && meant && this.tapped && event.button === 0) this.centre(placeOn(this.canvas, event));
    if (gesture !== "point") return;
    if (!meant) plane.letGo();
    else if (this.tapped && plane.walking) plane.addStop();
    else plane.release();
    this.hasPut = true;
    if (event.pointerType !== "touch") this.hover(placeOn(this.canvas, event));
  }

  /** Show another place than the point's; on a newcomer's plane, a point that was put down stays on show. */
  hover(place) {
    const { header } = this.plane;
    if (!(place && header?.simple && (header.point || this.hasPut))) this.plane.hover(place);
  }

  /**
   * Bring a place into the middle of the window.
   *
   * @param {number[]} place
   */
  centre([left, top]) {
    const { clientWidth, clientHeight } = this.canvas;
    this.plane.shift(clientWidth / 2 - left, clientHeight / 2 - top);
  }

  wheel(event) {
    if (this.plane.header?.simple) return;
    const changed = this.plane.zoom(1 / wheelCloser(event, WHEEL), ...placeOn(this.canvas, event));
    if (changed || event.ctrlKey) event.preventDefault();
  }

  key(event) {
    const { plane } = this;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in ARROWS) {
      const far = COARSE * (event.shiftKey ? FINE : 1);
      const [right, up] = ARROWS[event.key];
      plane.step(right * far, up * far);
    } else if (event.key === "+" || event.key === "=") plane.zoom(0.8);
    else if (event.key === "-") plane.zoom(1.25);
    else if (event.key === "0") plane.goHome();
    else if (event.key === "Enter" && plane.walking) plane.addStop();
    else return;
    event.preventDefault();
  }
}
