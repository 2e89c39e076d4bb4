// One map: a window on its points that can be zoomed and shifted. Points lie in [-1, 1] or a little outside; they are
// painted once on a sheet, and what moves with the pointer is painted over a copy of it.

const DOT = 2; // CSS pixels
const BIGGEST = 7;
const CLOSEST = 80;
const FARTHEST = 0.8;
const FITTING = 0.95;
const CAPTION = 26; // CSS pixels above the points
const OUTLIERS = 0.003; // share of the points that may lie outside the whole view, at every side

class Chart {
  constructor(canvas) {
    this.canvas = canvas;
    this.sheet = document.createElement("canvas");
    this.own = new OwnDigit();
    this.view = { x: 0, y: 0, zoom: 1 };
    this.places = null;
  }

  get size() {
    return [this.canvas.clientWidth, this.canvas.clientHeight];
  }

  /** Pixels for one unit, at zoom 1: all points fit in. */
  get unit() {
    const [width, height] = this.size;
    const [wide, high] = this.spread;
    return FITTING * Math.min(width / (2 * wide), (height - CAPTION) / (2 * high));
  }

  /** Where the middle of the window is on the canvas. */
  get middle() {
    const [width, height] = this.size;
    return [width / 2, (height + CAPTION) / 2];
  }

  at(x, y) {
    const [left, top] = this.middle;
    const scale = this.unit * this.view.zoom;
    return [left + (x - this.view.x) * scale, top - (y - this.view.y) * scale];
  }

  back(left, top) {
    const [x, y] = this.middle;
    const scale = this.unit * this.view.zoom;
    return [this.view.x + (left - x) / scale, this.view.y - (top - y) / scale];
  }

  place(row) {
    return this.at(this.places[2 * row], this.places[2 * row + 1]);
  }

  /** Show points (`columns` numbers each, the first two count); `key` names them. */
  show(points, columns, key) {
    if (key === this.key) {
      this.from = this.places;
      return;
    }
    const count = points.length / columns;
    const before = this.places?.length === 2 * count && this.size[0] ? this.pixels() : null;
    const [xs, ys] = [0, 1].map((axis) => middle(points, columns, axis));
    const half = Math.max(xs.half, ys.half, 1e-9);
    this.spread = [Math.max(xs.half / half, 0.05), Math.max(ys.half / half, 0.05)];
    this.inside = (x, y) => [(x - xs.middle) / half, (y - ys.middle) / half];
    this.goal = new Float32Array(2 * count);
    for (let index = 0; index < count; index += 1) {
      this.goal.set(this.inside(points[columns * index], points[columns * index + 1]), 2 * index);
    }
    this.goHome();
    this.from = before?.map((_, index) => this.back(before[index & ~1], before[index | 1])[index & 1]) ?? this.goal;
    this.places = Float32Array.from(this.from);
    this.key = key;
    this.own.forget();
  }

  /** Points on their way: `share` of it is done. */
  glide(share) {
    if (!this.goal) return;
    if (share >= 1) this.from = this.places = this.goal;
    else this.places = this.goal.map((value, index) => this.from[index] + (value - this.from[index]) * share);
  }

  goHome() {
    this.view = { x: 0, y: 0, zoom: 1 };
  }

  zoom(factor, left = this.middle[0], top = this.middle[1]) {
    const before = this.back(left, top);
    const next = Math.min(CLOSEST, Math.max(FARTHEST, this.view.zoom * factor));
    if (next === this.view.zoom) return false;
    this.view.zoom = next;
    const after = this.back(left, top);
    this.view.x += before[0] - after[0];
    this.view.y += before[1] - after[1];
    return true;
  }

  shift(right, down) {
    const scale = this.unit * this.view.zoom;
    this.view.x -= right / scale;
    this.view.y += down / scale;
  }

  /** Where all points are on the canvas, in CSS pixels or finer ones. */
  pixels(density = 1) {
    const scale = this.unit * this.view.zoom * density;
    const [left, top] = this.at(0, 0).map((each) => each * density);
    const found = new Float32Array(this.places.length);
    for (let index = 0; index < found.length; index += 2) {
      found[index] = left + this.places[index] * scale;
      found[index + 1] = top - this.places[index + 1] * scale;
    }
    return found;
  }

  /** The row of the visible point nearest to a place on the canvas, or -1. */
  nearest(left, top, strengths, reach) {
    const found = this.pixels();
    let [row, least] = [-1, reach * reach];
    for (let index = 0; index < strengths.length; index += 1) {
      if (!strengths[index]) continue;
      const [right, down] = [found[2 * index] - left, found[2 * index + 1] - top];
      const away = right * right + down * down;
      if (away < least) [row, least] = [index, away];
    }
    return row;
  }

  /** The visible point that a step in a direction leads to: near, and more ahead than aside. */
  towards(row, [right, down], strengths) {
    const found = this.pixels();
    const [left, top] = row < 0 ? this.middle : [found[2 * row], found[2 * row + 1]];
    let [best, least] = [row, Infinity];
    for (let index = 0; index < strengths.length; index += 1) {
      if (!strengths[index] || index === row) continue;
      const [across, up] = [found[2 * index] - left, found[2 * index + 1] - top];
      const ahead = across * right + up * down;
      const aside = Math.abs(across * down) + Math.abs(up * right);
      const away = ahead + 2 * aside;
      if (ahead > aside && ahead > 0.5 && away < least) [best, least] = [index, away];
    }
    return best;
  }

  /** Paint all points on the sheet. */
  paintSheet({ colours, strengths, paper }) {
    const density = window.devicePixelRatio || 1;
    const [width, height] = this.size.map((each) => Math.round(each * density));
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

/** Where nearly all of an axis lies: its middle and half its length. */
function middle(points, columns, axis) {
  const values = points.filter((_, index) => index % columns === axis).sort();
  const cut = Math.floor(OUTLIERS * values.length);
  const [low, high] = [values[cut], values[values.length - 1 - cut]];
  return { middle: (low + high) / 2, half: (high - low) / 2 };
}
