// Mouse, finger, pen and keys on the plane: one finger moves the point, two zoom and shift the window.

const TAP = 5; // pixels that a hand may tremble
const WHEEL = 0.0016;
const COARSE = 0.025; // of the window's side, one press of an arrow key
const FINE = 0.1; // of that, with Shift
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

class Hand {
  constructor(canvas, plane) {
    Object.assign(this, { canvas, plane });
    this.pointers = new Map();
    this.deed = null; // "point", "shift" or "pinch" while something is held
    canvas.onpointerdown = (event) => this.down(event);
    canvas.onpointermove = (event) => this.move(event);
    canvas.onpointerup = (event) => this.up(event, true);
    canvas.onpointercancel = (event) => this.up(event, false);
    canvas.onpointerleave = () => this.deed ?? plane.hover(null);
    canvas.oncontextmenu = (event) => event.preventDefault();
    canvas.onkeydown = (event) => this.key(event);
    canvas.onkeyup = (event) => event.key in ARROWS && plane.release();
    canvas.onblur = () => this.deed ?? plane.release();
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  get held() {
    return this.deed !== null;
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left - this.canvas.clientLeft, event.clientY - box.top - this.canvas.clientTop];
  }

  down(event) {
    event.preventDefault();
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.place(event));
    if (this.pointers.size === 2) {
      if (this.deed === "point") this.plane.letGo();
      this.deed = "pinch";
    } else if (this.pointers.size === 1) {
      this.start = this.place(event);
      this.tapped = true;
      this.deed = event.button !== 0 || event.shiftKey || this.plane.shifting ? "shift" : "point";
      if (this.deed === "point") this.plane.take(this.start);
    }
    this.canvas.classList.toggle("shifting", this.deed === "shift");
  }

  move(event) {
    const now = this.place(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") this.plane.hover(now);
      return;
    }
    if (this.start && Math.hypot(now[0] - this.start[0], now[1] - this.start[1]) > TAP) this.tapped = false;
    if (this.deed === "pinch") this.pinch(event.pointerId, before, now);
    this.pointers.set(event.pointerId, now);
    if (this.deed === "point") this.plane.take(now);
    if (this.deed === "shift") this.plane.shift(now[0] - before[0], now[1] - before[1]);
  }

  /** Zoom by how far the two fingers moved apart, around their middle, and shift by how far that moved. */
  pinch(id, before, now) {
    const other = [...this.pointers].find(([each]) => each !== id)?.[1];
    if (!other || this.pointers.size !== 2) return;
    const apart = (one) => Math.max(10, Math.hypot(one[0] - other[0], one[1] - other[1]));
    const middle = [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2];
    this.plane.shift((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
    this.plane.zoom(apart(before) / apart(now), ...middle);
  }

  up(event, meant) {
    if (!this.pointers.delete(event.pointerId)) return;
    if (this.deed === "pinch" && this.pointers.size) return; // the finger that stays has no new task
    const deed = this.deed;
    this.deed = null;
    this.canvas.classList.remove("shifting");
    if (deed !== "point") return;
    if (!meant) this.plane.letGo();
    else if (this.tapped && this.plane.walking) this.plane.addStop();
    else this.plane.release();
    if (event.pointerType !== "touch") this.plane.hover(this.place(event));
  }

  wheel(event) {
    const strength = event.ctrlKey ? 5 : 1; // a touchpad's pinch comes as a wheel with Ctrl
    const lines = event.deltaMode === 1 ? 16 : 1;
    const changed = this.plane.zoom(Math.exp(event.deltaY * lines * WHEEL * strength), ...this.place(event));
    if (changed || event.ctrlKey) event.preventDefault();
  }

  key(event) {
    const { plane } = this;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in ARROWS) plane.step(...ARROWS[event.key].map((way) => way * COARSE * (event.shiftKey ? FINE : 1)));
    else if (event.key === "+" || event.key === "=") plane.zoom(0.8);
    else if (event.key === "-") plane.zoom(1.25);
    else if (event.key === "0") plane.goHome();
    else if (event.key === "Enter" && plane.walking) plane.addStop();
    else return;
    event.preventDefault();
  }
}
