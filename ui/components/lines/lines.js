// Lines as SVG, drawn at the width that there is.

import { BoxChart, upright } from "../shared/box_chart.js";
import { readMessage } from "../shared/message.js";
import { label, placesIn, shape } from "../shared/svg.js";
import { rowsOf, scale } from "./axis.js";
import { ends, isSeries, legend, marksOf, roomFor, titlesOf } from "./series.js";

const MARGINS = { left: 62, right: 14, top: 8, bottom: 44 };
const ROW = 15; // CSS pixels of a title's row
const NARROW = 34; // CSS pixels between two numbers of an axis
const WITH_DOTS = "plain";

export class Lines extends BoxChart {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    super(parentElement);
    this.chart = null;
    /** @type {{ x: number, y: number, line: SVGElement, words: string }[]} */
    this.points = [];
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    this.show(readMessage(data).header);
  }

  /** @param {any} chart as `ui/components/lines/__init__.py` describes it */
  show(chart) {
    this.chart = chart;
    this.redraw();
  }

  get places() {
    return this.points;
  }

  paint(width) {
    if (!this.chart) return false;
    const { lines, across, up } = this.chart;
    const series = lines.filter(isSeries);
    const right = roomFor(series, width);
    const title = rowsOf(across.title, width - MARGINS.left - MARGINS.right);
    const bottom = MARGINS.bottom + ROW * (title.length - 1);
    const height = this.chart.height + bottom - MARGINS.bottom;
    legend(this.root, right ? [] : series);
    const places = placesIn({ ...MARGINS, bottom, right: right || MARGINS.right, width, height });
    const [alongX, alongY] = [scale(across), scale(up)];
    const x = (number) => places.across(Math.min(1, Math.max(0, alongX(number))));
    const y = (number) => places.up(Math.min(1, Math.max(0, alongY(number))));
    const drawn = lines.map(({ points, look }) => polyline(points, look, x, y));
    this.points = lines.flatMap((line, index) => this.named(line, drawn[index], x, y));
    this.fill(width, height, this.chart.label + ends(series), [
      ...up.ticks.map((tick) =>
        shape("line", { x1: places.across(0), x2: places.across(1), y1: y(tick), y2: y(tick), class: "rule" }),
      ),
      ...up.ticks.map((tick) => label(tick, MARGINS.left - 6, y(tick) + 4, "end")),
      ...spaced(across.ticks, x).map((tick) => label(named(across, tick), x(tick), height - bottom + 18, "middle")),
      ...title.map((row, at) => label(row, places.across(0.5), height - 6 - ROW * (title.length - 1 - at), "middle")),
      upright(up.title, 14, places.up(0.5)),
      ...drawn,
      ...lines
        .filter(({ look }) => look === WITH_DOTS)
        .flatMap(({ points }) => points.map(([across, up]) => shape("circle", { cx: x(across), cy: y(up), r: 4.5 }))),
      ...series.flatMap((line) => marksOf(line, x, y)),
      ...(right ? titlesOf(series, x, y) : []),
    ]);
    return true;
  }

  named({ points, title }, line, x, y) {
    if (!title) return [];
    const { hint } = this.chart;
    return points.map(([across, up]) => {
      const words = hint.replace("{x}", short(across)).replace("{y}", short(up));
      return { x: x(across), y: y(up), line, words: `${title}\n${words}`.trim() };
    });
  }

  say(point) {
    for (const line of this.svg.querySelectorAll("polyline")) line.classList.toggle("near", line === point?.line);
    this.hintAt(point, point?.words);
  }
}

function polyline(points, look, x, y) {
  const standing = points.length === 2 && points[0][0] === points[1][0];
  const path = points.map(([across, up]) => `${x(across)},${y(up)}`).join(" ");
  return shape("polyline", { points: path, class: standing ? `${look} upright` : look });
}

/** What is written at a tick. */
function named({ ticks, words }, tick) {
  return words.length ? words[ticks.indexOf(tick)] : tick;
}

function spaced(ticks, x) {
  return ticks.filter((tick, index) => index === 0 || x(tick) - x(ticks[index - 1]) >= NARROW);
}

function short(number) {
  return String(Number(number.toPrecision(3)));
}
