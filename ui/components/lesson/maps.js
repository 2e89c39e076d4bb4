// Codes as dots on maps side by side, with what else is to be seen there.

import { fitted, paintDisc, paintText } from "../shared/canvas.js";
import { CLASS_COLOURS, css } from "../shared/colours.js";
import { make } from "../shared/dom.js";
import { palette } from "../shared/palette.js";
import { paintShade } from "./shade.js";

/**
 * @typedef {object} CodeMap places are shares of its side from the lower left corner
 * @property {string} title
 * @property {string} note
 * @property {number[][]} dots each its place and the class that it has
 * @property {number[] | null} own place of the student's digit
 * @property {number[][]} marks places of what else is to be seen
 * @property {number[][]} rings place of the middle and radius of each
 * @property {boolean} named whether to write each class's name amid its dots
 * @property {number[]} shade how strongly each cell of a square grid is shaded, row by row from the lower left corner
 * @property {number[][]} clouds place, half the width and height, and class of each
 */

const AROUND = 0.08; // of a map's side

export class Maps {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    root.classList.add("maps");
    /** @type {CodeMap[]} */
    this.maps = [];
    this.observer = new ResizeObserver(() => this.paint());
    this.observer.observe(root);
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data: { maps, legend, beside } }) {
    this.maps = maps;
    this.root.classList.toggle("beside", beside);
    const figures = maps.map(({ title, note }) => {
      const canvas = make("canvas");
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", `${title} ${note}`);
      return make("figure", {}, make("b", { textContent: title }), canvas, make("figcaption", { textContent: note }));
    });
    const signs = Object.entries(legend).map(([sign, text]) => {
      const many = sign === "dots" && maps.some(({ named }) => named);
      return make("span", {}, ...(many ? kinds(maps) : [make("i", { className: sign })]), ` ${text}`);
    });
    this.root.replaceChildren(
      make("div", { className: "row" }, ...figures),
      make("p", { className: "note" }, ...signs),
    );
    this.paint();
    this.root.dataset.ready = "true";
  }

  remove() {
    this.observer.disconnect();
  }

  paint() {
    const colours = palette(this.root);
    for (const [at, canvas] of [...this.root.querySelectorAll("canvas")].entries())
      paintMap(canvas, this.maps[at], colours);
  }
}

/** A dot in the colour of every kind of digit, each with its name. */
function kinds(/** @type {CodeMap[]} */ maps) {
  const labels = [...new Set(maps.flatMap(({ dots }) => dots.map(([, , label]) => label)))].sort((a, b) => a - b);
  return labels.map((label) => {
    const dot = make("i", { className: "dots" });
    dot.style.background = CLASS_COLOURS[label];
    return make("b", {}, dot, `${label} `);
  });
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {CodeMap} map
 * @param {import("../shared/palette.js").Palette} colours
 */
function paintMap(canvas, { dots, own, marks, rings, named, shade, clouds }, colours) {
  const { context, width } = fitted(canvas);
  paintShade(context, shade, width, css(colours.extra), css(colours.ink));
  paintClouds(context, clouds, width);
  /** @type {(place: number[]) => [number, number]} */
  const at = ([x, y]) => [x * width, (1 - y) * width];
  context.globalAlpha = 0.7;
  for (const [x, y, label] of dots) {
    const [across, down] = at([x, y]);
    context.fillStyle = CLASS_COLOURS[label];
    context.fillRect(across - 1.5, down - 1.5, 3, 3);
  }
  context.globalAlpha = 1;
  for (const [x, y, radius] of rings) {
    context.beginPath();
    context.arc(...at([x, y]), radius * width, 0, 2 * Math.PI);
    Object.assign(context, { lineWidth: 2, strokeStyle: css(colours.ink, 0.75) });
    context.stroke();
  }
  for (const mark of marks) paintDisc(context, at(mark), 5, css(colours.extra), css(colours.ink), 1.5);
  if (own) paintDisc(context, at(own), 7, css(colours.accent), css(colours.ink), 3);
  Object.assign(context, { font: "bold 17px sans-serif", textAlign: "center", textBaseline: "middle" });
  for (const { label, place } of named ? middles(dots) : [])
    paintText(context, label, at(place), [4, css(colours.paper)], css(colours.ink));
}

function paintClouds(context, clouds, width) {
  for (const [x, y, across, up, label] of clouds) {
    context.beginPath();
    context.ellipse(x * width, (1 - y) * width, across * width, up * width, 0, 0, 2 * Math.PI);
    Object.assign(context, { globalAlpha: 0.13, fillStyle: CLASS_COLOURS[label] });
    context.fill();
    Object.assign(context, { globalAlpha: 0.7, lineWidth: 1, strokeStyle: CLASS_COLOURS[label] });
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** Where every class's dots lie densest: the dot with most of its kind around it. */
function middles(dots) {
  const labels = [...new Set(dots.map(([, , label]) => label))];
  return labels.map((label) => {
    const of = dots.filter((dot) => dot[2] === label);
    const around = ([x, y]) => of.filter((other) => Math.hypot(other[0] - x, other[1] - y) < AROUND).length;
    const counts = of.map(around);
    return { label, place: of[counts.indexOf(Math.max(...counts))] };
  });
}
