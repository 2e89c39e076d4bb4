// One small map: its dots are painted once on a sheet; what moves is painted over a copy of it.

import { middlesOf, paintNames } from "../code_map/names.js";
import { paintDisc } from "../shared/canvas.js";
import { CLASS_COLOURS, css, rgb } from "../shared/colours.js";
import { make } from "../shared/dom.js";
import { fillPaper, PLAIN, paintDots } from "../shared/dots.js";
import { rowAhead } from "../shared/towards.js";

const DOT = 1.1; // radius in CSS pixels
const EDGE = 8;
const REACH = 24; // CSS pixels within which a dot is pointed at
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class SmallMap {
  /**
   * @param {number} index
   * @param {(place: number[] | null) => void} point called with the place that is pointed at, in CSS pixels
   * @param {(way: number[]) => void} step called with the way that an arrow key leads
   */
  constructor(index, point, step) {
    const follow = (event) => point([event.offsetX, event.offsetY]);
    const leave = () => point(null);
    const listeners = { onpointermove: follow, onpointerdown: follow, onpointerleave: leave, onblur: leave };
    this.canvas = make("canvas", { className: "map", tabIndex: 0, ...listeners });
    this.canvas.setAttribute("role", "application");
    this.canvas.onkeydown = (event) => {
      if (!(event.key in ARROWS) || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      step(ARROWS[event.key]);
    };
    this.canvas.dataset.testid = `side-map-${index}`;
    this.title = make("b");
    this.caption = make("figcaption");
    this.figure = make("figure", {}, this.title, this.canvas, this.caption);
    this.sheet = make("canvas");
    /** @type {Float32Array} x and y of every digit, as shares of the map */
    this.places = null;
    /** @type {number[]} of the student's digit */
    this.own = null;
  }

  /** @param {{ title: string, facts: string }} map */
  describe({ title, facts }) {
    this.title.textContent = title;
    this.caption.textContent = facts;
    this.canvas.setAttribute("aria-label", `${title}: ${facts.replaceAll("\n", ", ")}`);
  }

  /** @param {import("./linked_maps.js").LinkedMaps} maps */
  paintSheet({ labels, hidden, header, colours }) {
    const density = window.devicePixelRatio || 1;
    const side = Math.round(this.canvas.clientWidth * density);
    for (const canvas of [this.canvas, this.sheet]) Object.assign(canvas, { width: side, height: side });
    if (!side) return;
    const edge = EDGE * density;
    const context = this.sheet.getContext("2d");
    const image = context.createImageData(side, side);
    const tints = new Uint8Array(3 * labels.length);
    for (const [index, label] of labels.entries()) tints.set(rgb(CLASS_COLOURS[label]), 3 * index);
    const points = {
      places: this.places.map((share, index) => edge + (index % 2 ? 1 - share : share) * (side - 2 * edge)),
      colours: tints,
      strengths: labels.map((label) => (hidden.has(label) ? 0 : PLAIN)),
    };
    fillPaper(image, colours.paper);
    paintDots(image, points, DOT * density);
    context.putImageData(image, 0, 0);
    const at = (x, y) => [edge + x * (side - 2 * edge), edge + (1 - y) * (side - 2 * edge)];
    const middles = middlesOf(this.places, labels, header.names.length);
    paintNames(context, { at }, middles, header.names, hidden, colours, density);
  }

  /** @param {import("./linked_maps.js").LinkedMaps} maps */
  paint({ colours, labels, pointed }) {
    const { canvas, places } = this;
    if (!canvas.width) return;
    const density = window.devicePixelRatio || 1;
    const context = canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.drawImage(this.sheet, 0, 0);
    context.setTransform(density, 0, 0, density, 0, 0);
    const inside = canvas.clientWidth - 2 * EDGE;
    const at = (/** @type {number[]} */ [x, y]) => [EDGE + x * inside, EDGE + (1 - y) * inside];
    paintCross(context, at(this.own), colours);
    if (pointed < 0) return;
    const place = at([places[2 * pointed], places[2 * pointed + 1]]);
    paintDisc(context, place, 7, CLASS_COLOURS[labels[pointed]], css(colours.ink), 2.5);
  }

  /**
   * Find the visible dot that a step leads to.
   *
   * @param {number[]} way right and down
   * @param {import("./linked_maps.js").LinkedMaps} maps
   * @returns {number} its row
   */
  ahead(way, { labels, hidden, pointed }) {
    const inside = this.canvas.clientWidth - 2 * EDGE;
    const places = this.places.map((share, index) => (index % 2 ? 1 - share : share) * inside);
    const own = [this.own[0] * inside, (1 - this.own[1]) * inside];
    const from = pointed < 0 ? own : [places[2 * pointed], places[2 * pointed + 1]];
    return rowAhead(places, from, pointed, way, (row) => !hidden.has(labels[row]));
  }

  /**
   * Find the visible dot nearest to a place.
   *
   * @param {number[]} place in CSS pixels
   * @param {import("./linked_maps.js").LinkedMaps} maps
   * @returns {number} its row; -1 where nothing is near
   */
  nearest([left, top], { labels, hidden }) {
    const inside = this.canvas.clientWidth - 2 * EDGE;
    const [x, y] = [(left - EDGE) / inside, 1 - (top - EDGE) / inside];
    let [nearest, least] = [-1, (REACH / inside) ** 2];
    for (let index = 0; index < labels.length; index += 1) {
      const away = (this.places[2 * index] - x) ** 2 + (this.places[2 * index + 1] - y) ** 2;
      if (away < least && !hidden.has(labels[index])) [nearest, least] = [index, away];
    }
    return nearest;
  }
}

function paintCross(context, /** @type {number[]} */ [x, y], colours) {
  for (const [width, colour] of [
    [6, css(colours.paper)],
    [2.5, css(colours.ink)],
  ]) {
    Object.assign(context, { lineWidth: width, strokeStyle: colour, lineCap: "round" });
    context.beginPath();
    for (const [dx, dy] of [
      [7, 7],
      [7, -7],
    ]) {
      context.moveTo(x - dx, y - dy);
      context.lineTo(x + dx, y + dy);
    }
    context.stroke();
  }
}
