// Models as dots on logarithmic axes, drawn at the width that there is.

import { BoxChart, upright } from "../shared/box_chart.js";
import { label, placesIn, shape } from "../shared/svg.js";
import { logarithmic } from "./scale.js";

const SIZES = [1, 2, 3, 10, 30, 100, 300, 1000];
const ERRORS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1];
const BOX = { height: 310, left: 62, right: 10, top: 8, bottom: 44 };

export class ErrorChart extends BoxChart {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    super(parentElement);
    this.data = null;
    /** @type {{ x: number, y: number, circle: SVGElement, title: string, size: number, error: number }[]} */
    this.dots = [];
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    this.data = data;
    this.redraw();
  }

  get places() {
    return this.dots;
  }

  paint(width) {
    if (!this.data) return false;
    const { dots, line } = this.data;
    const { across, up } = placesIn({ ...BOX, width });
    const sizeAt = logarithmic(line.map(([size]) => size));
    const errorAt = logarithmic([...line.map(([, error]) => error), ...dots.map(({ error }) => error)]);
    const x = (size) => across(sizeAt(size));
    const y = (error) => up(errorAt(error));
    this.dots = dots.map((dot) => {
      const [cx, cy] = [x(dot.size), y(dot.error)];
      return { ...dot, x: cx, y: cy, circle: shape("circle", { cx, cy, r: 5.5 }) };
    });
    this.fill(width, BOX.height, describe(dots), [
      ...rules(ERRORS, errorAt, (error) => ({ x1: across(0), x2: across(1), y1: y(error), y2: y(error) })),
      ...rules(SIZES, sizeAt, (size) => ({ x1: x(size), x2: x(size), y1: up(0), y2: up(1) })),
      ...shown(ERRORS, errorAt).map((error) => label(error, BOX.left - 6, y(error) + 4, "end")),
      ...shown(SIZES, sizeAt).map((size) => label(size, x(size), BOX.height - BOX.bottom + 18, "middle")),
      label("Numbers in the code", across(0.5), BOX.height - 6, "middle"),
      upright("Squared error a pixel", 14, up(0.5)),
      shape("polyline", { points: line.map(([size, error]) => `${x(size)},${y(error)}`).join(" ") }),
      ...this.dots.map((dot) => dot.circle),
    ]);
    return true;
  }

  say(dot) {
    for (const each of this.dots) each.circle.classList.toggle("near", each === dot);
    this.hintAt(dot, dot && `${dot.title}\n${dot.size} numbers, error ${dot.error.toFixed(4)}`);
  }
}

function describe(dots) {
  const best = dots.reduce((least, dot) => (dot.error < least.error ? dot : least));
  return `Error over code size of ${dots.length} models; the smallest, ${best.error.toFixed(4)}, has ${best.title}.`;
}

function shown(ticks, at) {
  return ticks.filter((tick) => at(tick) >= 0 && at(tick) <= 1);
}

function rules(ticks, at, ends) {
  return shown(ticks, at).map((tick) => shape("line", { ...ends(tick), class: "rule" }));
}
