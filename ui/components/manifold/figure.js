// The figure: its pictures, and above them a canvas with the axes and the frame around what is pointed at.

import { fitted } from "../shared/canvas.js";
import { css } from "../shared/colours.js";
import { fetchKept } from "../shared/kept.js";
import { readMessage } from "../shared/message.js";
import { clamp, written } from "../shared/numbers.js";
import { tell } from "../shared/page.js";
import { paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { SIDE } from "../shared/picture.js";

const LEFT = 48;
const MOST_TICKS = 9;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Figure {
  /** @param {HTMLElement} root */
  constructor(root) {
    /** @type {HTMLCanvasElement} */
    this.pictures = root.querySelector("canvas.pictures");
    /** @type {HTMLCanvasElement} */
    this.marks = root.querySelector("canvas.marks");
    this.text = root.querySelector("p");
    this.idle = this.text.textContent;
    /** @type {number[]} column and row of the picture that is pointed at */
    this.cellShown = null;
    this.header = this.colours = this.setTriggerValue = null;
    this.observer = new ResizeObserver(() => this.paintMarks());
    this.observer.observe(this.marks);
    this.pictures.onpointermove = (event) => this.point(this.cell(event));
    this.pictures.onpointerleave = () => this.point(null);
    this.pictures.onclick = (event) => this.visit(this.cell(event), true);
    this.pictures.onkeydown = (event) => this.key(event);
    this.pictures.onblur = () => this.point(null);
  }

  remove() {
    this.observer.disconnect();
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setTriggerValue }) {
    this.setTriggerValue = setTriggerValue;
    this.header = readMessage(data).header;
    this.colours = palette(this.pictures);
    this.pictures.setAttribute("aria-label", this.header.label);
    this.paintMarks();
    this.fetch(this.header);
  }

  /** Fetch the pictures and paint them, unless others have been asked for meanwhile. */
  async fetch(header) {
    try {
      const { arrays } = readMessage(await fetchKept(header.pictures));
      if (header !== this.header) return;
      const side = SIDE * header.values.length;
      paintInk(this.pictures, arrays.pictures, this.colours, side, side);
      this.pictures.dataset.ready = String(header.values.length);
    } catch (error) {
      this.text.textContent = /** @type {Error} */ (error).message;
    }
  }

  cell(event) {
    const box = this.pictures.getBoundingClientRect();
    const count = this.header.values.length;
    const of = (share) => clamp(Math.floor(share * count), 0, count - 1);
    return [of((event.clientX - box.left) / box.width), of((event.clientY - box.top) / box.height)];
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.header) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      const last = this.header.values.length - 1;
      const from = this.cellShown ?? [last >> 1, last >> 1];
      this.point(from.map((at, axis) => clamp(at + arrow[axis], 0, last)));
    } else if (event.key === "Enter" && this.cellShown) this.visit(this.cellShown, true);
    else return;
    event.preventDefault();
  }

  code([column, row]) {
    const { values } = this.header;
    return [values[column], values[values.length - 1 - row]];
  }

  point(cell) {
    this.cellShown = cell;
    const numbers = cell && this.code(cell).map((value) => written(value));
    this.text.textContent = cell ? `z = (${numbers.join(", ")})` : this.idle;
    this.paintMarks();
    this.visit(cell, false);
  }

  visit(cell, stay) {
    const z = cell && this.code(cell).map((value) => Math.round(value * 1000) / 1000);
    if (!this.header.alone) tell("latent-visit", { z, stay });
    else if (stay) this.setTriggerValue("chosen", z);
  }

  /** Labels of both axes, every few pictures, and a frame around the one that is pointed at. */
  paintMarks() {
    const { marks, header, colours } = this;
    if (!marks.clientWidth || !header) return;
    const { context, width } = fitted(marks);
    const count = header.values.length;
    const side = width - LEFT;
    const size = side / count;
    const write = (text, x, y, textAlign) => {
      context.textAlign = textAlign;
      context.fillText(text, x, y);
    };
    Object.assign(context, { font: "11px sans-serif", fillStyle: css(colours.ink), textBaseline: "middle" });
    for (let index = 0; index < count; index += Math.ceil(count / MOST_TICKS)) {
      const text = written(header.values[index]);
      write(text, LEFT + (index + 0.5) * size, side + 12, "center");
      write(text, LEFT - 6, side - (index + 0.5) * size, "right");
    }
    context.font = "italic 600 13px sans-serif";
    write("z₁", LEFT + side / 2, side + 30, "center");
    write("z₂", 8, side / 2, "center");
    if (!this.cellShown) return;
    const [column, row] = this.cellShown;
    Object.assign(context, { lineWidth: 2.5, strokeStyle: css(colours.accent) });
    context.strokeRect(LEFT + column * size, row * size, size, size);
  }
}
