// Mouse, finger, pen and keys on one map. A mouse points, drags the map, pins with a click and draws the lasso with
// Shift; one finger points and pins with a tap, two fingers zoom and shift.

const TAP = 5; // CSS pixels that a hand may tremble
const WHEEL = 0.0018;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

class Hand {
  constructor(canvas, chart, atlas) {
    Object.assign(this, { canvas, chart, atlas, deed: null });
    this.pointers = new Map();
    canvas.onpointerdown = (event) => this.down(event);
    canvas.onpointermove = (event) => this.move(event);
    canvas.onpointerup = (event) => this.up(event, true);
    canvas.onpointercancel = (event) => this.up(event, false);
    canvas.onpointerleave = (event) => event.pointerType === "touch" || this.deed || atlas.point(-1);
    canvas.oncontextmenu = (event) => event.preventDefault();
    canvas.ondblclick = () => atlas.goHome(chart);
    canvas.onkeydown = (event) => this.key(event);
    canvas.onblur = () => this.deed || atlas.point(-1);
    canvas.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    return [event.clientX - box.left - this.canvas.clientLeft, event.clientY - box.top - this.canvas.clientTop];
  }

  down(event) {
    if (!this.chart.places) return;
    event.preventDefault();
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture(event.pointerId);
    const place = this.place(event);
    this.pointers.set(event.pointerId, place);
    if (this.pointers.size > 1) {
      this.atlas.endLasso(this.chart, false);
      this.deed = "pinch";
      this.atlas.point(-1);
    } else {
      Object.assign(this, { start: place, tapped: true });
      const lasso = this.atlas.lassoing || event.shiftKey;
      this.deed = lasso ? "lasso" : event.pointerType === "touch" ? "point" : "shift";
      if (this.deed === "lasso") this.atlas.startLasso(this.chart, place);
      else if (event.pointerType === "touch") this.atlas.point(this.row(event), this.chart);
    }
  }

  row(event) {
    return this.atlas.rowAt(this.chart, this.place(event), event.pointerType === "touch");
  }

  move(event) {
    if (!this.chart.places) return;
    const now = this.place(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== "touch") this.atlas.point(this.row(event), this.chart);
      return;
    }
    if (Math.hypot(now[0] - this.start[0], now[1] - this.start[1]) > TAP) this.tapped = false;
    this.pointers.set(event.pointerId, now);
    if (this.deed === "pinch") this.pinch(event.pointerId, before, now);
    else if (this.deed === "lasso") this.atlas.stretchLasso(now);
    else if (this.deed === "point") this.atlas.point(this.row(event), this.chart);
    else if (!this.tapped) this.shift(now[0] - before[0], now[1] - before[1]);
  }

  shift(right, down) {
    this.canvas.classList.add("shifting");
    this.atlas.point(-1);
    this.chart.shift(right, down);
    this.atlas.refresh(true);
  }

  /** Zoom by how far two fingers moved apart, around their middle, and shift by how far that moved. */
  pinch(id, before, now) {
    const other = [...this.pointers].find(([each]) => each !== id)?.[1];
    if (!other || this.pointers.size !== 2) return;
    const apart = (one) => Math.max(10, Math.hypot(one[0] - other[0], one[1] - other[1]));
    this.chart.shift((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
    this.chart.zoom(apart(now) / apart(before), (now[0] + other[0]) / 2, (now[1] + other[1]) / 2);
    this.atlas.refresh(true);
  }

  up(event, meant) {
    if (!this.pointers.delete(event.pointerId)) return;
    if (this.deed === "pinch" && this.pointers.size) return; // the finger that stays has no new task
    const deed = this.deed;
    this.deed = null;
    this.canvas.classList.remove("shifting");
    if (deed === "lasso") this.atlas.endLasso(this.chart, meant && !this.tapped);
    if (deed === "pinch" || !meant || !this.tapped || event.button > 0) return;
    this.atlas.pin(this.row(event));
  }

  wheel(event) {
    if (!this.chart.places) return;
    const strength = event.ctrlKey ? 5 : 1; // a touchpad's pinch comes as a wheel with Ctrl
    const lines = event.deltaMode === 1 ? 16 : 1;
    const changed = this.chart.zoom(Math.exp(-event.deltaY * lines * WHEEL * strength), ...this.place(event));
    if (changed || event.ctrlKey) event.preventDefault();
    if (changed) this.atlas.refresh(true);
  }

  key(event) {
    const { atlas, chart } = this;
    if (event.ctrlKey || event.metaKey || event.altKey || !chart.places) return;
    if (event.key in ARROWS) atlas.step(chart, ARROWS[event.key]);
    else if (event.key === "+" || event.key === "=") atlas.zoom(1.3, chart);
    else if (event.key === "-") atlas.zoom(1 / 1.3, chart);
    else if (event.key === "0") atlas.goHome(chart);
    else if (event.key === "Enter" || event.key === " ") atlas.pin(atlas.pointed);
    else if (event.key === "Escape") atlas.escape();
    else return;
    event.preventDefault();
  }
}
