// The manifold at once: n x n decoded pictures with axes in units of z; a click goes to the place on the plane.

const LEFT = 48;
const BELOW = 40;
const MOST_TICKS = 9;
const figures = new WeakMap();

export default function ({ parentElement, data }) {
  if (!figures.has(parentElement)) figures.set(parentElement, new Figure(parentElement));
  const figure = figures.get(parentElement);
  figure.hear(readMessage(data));
  return () => {
    figure.observer.disconnect();
    figures.delete(parentElement);
  };
}

const words = (value) => value.toFixed(2).replace("-", "−");

class Figure {
  constructor(root) {
    this.pictures = root.querySelector(".pictures");
    this.marks = root.querySelector(".marks");
    this.text = root.querySelector("p");
    this.idle = this.text.textContent;
    this.observer = new ResizeObserver(() => this.paintMarks());
    this.observer.observe(this.marks);
    this.pictures.onpointermove = (event) => this.point(this.cell(event));
    this.pictures.onpointerleave = () => this.point(null);
    this.pictures.onclick = (event) => this.visit(this.cell(event), true);
  }

  hear({ header, arrays }) {
    Object.assign(this, { header, colours: palette(this.pictures) });
    this.pictures.setAttribute("aria-label", header.label);
    const side = 28 * header.values.length;
    paintInk(this.pictures, arrays.pictures, side, side, this.colours);
    this.pictures.dataset.ready = String(header.values.length);
    this.paintMarks();
  }

  cell(event) {
    const box = this.pictures.getBoundingClientRect();
    const count = this.header.values.length;
    const of = (share) => Math.min(count - 1, Math.max(0, Math.floor(share * count)));
    return [of((event.clientX - box.left) / box.width), of((event.clientY - box.top) / box.height)];
  }

  code([column, row]) {
    const { values } = this.header;
    return [values[column], values[values.length - 1 - row]];
  }

  point(cell) {
    this.cellShown = cell;
    this.text.textContent = cell ? `z = (${this.code(cell).map(words).join(", ")})` : this.idle;
    this.paintMarks();
    this.visit(cell, false);
  }

  visit(cell, stay) {
    const z = cell && this.code(cell).map((value) => Math.round(value * 1000) / 1000);
    document.dispatchEvent(new CustomEvent("latent-visit", { detail: { z, stay } }));
  }

  /** Labels of both axes, every few pictures, and a frame around the one that is pointed at. */
  paintMarks() {
    const { marks, header, colours } = this;
    if (!marks.clientWidth || !header) return;
    marks.width = marks.clientWidth * devicePixelRatio;
    marks.height = marks.clientHeight * devicePixelRatio;
    const context = marks.getContext("2d");
    context.scale(devicePixelRatio, devicePixelRatio);
    const count = header.values.length;
    const side = marks.clientWidth - LEFT;
    const size = side / count;
    context.font = "11px sans-serif";
    context.fillStyle = css(colours.ink);
    context.textBaseline = "middle";
    const every = Math.ceil(count / MOST_TICKS);
    for (let index = 0; index < count; index += every) {
      const text = words(header.values[index]);
      context.textAlign = "center";
      context.fillText(text, LEFT + (index + 0.5) * size, side + 12);
      context.textAlign = "right";
      context.fillText(text, LEFT - 6, side - (index + 0.5) * size);
    }
    context.font = "italic 600 13px sans-serif";
    context.textAlign = "center";
    context.fillText("z₁", LEFT + side / 2, side + 30);
    context.fillText("z₂", 8, side / 2);
    if (!this.cellShown) return;
    const [column, row] = this.cellShown;
    context.lineWidth = 2.5;
    context.strokeStyle = css(colours.accent);
    context.strokeRect(LEFT + column * size, row * size, size, size);
  }
}
