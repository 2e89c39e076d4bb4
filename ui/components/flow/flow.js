// The flow: input, encoder, code, decoder, reconstruction, error, painted anew whenever a message comes.

const SHARP = 2; // the code's picture is drawn at twice its usual size for high-density screens
const CODE_SIDE = 200;
const DOT = 3;

export default function ({ parentElement, data }) {
  const { header, arrays } = readMessage(data);
  const flow = parentElement.querySelector(".flow");
  const colours = palette(flow);
  const canvas = (name) => flow.querySelector(`.${name} canvas`);
  paintInk(canvas("input"), arrays.input, 28, 28, colours);
  paintInk(canvas("output"), arrays.output, 28, 28, colours);
  paintError(canvas("error"), arrays.error, 28, 28, colours);
  paintCode(canvas("code"), header.code, arrays, colours);
  canvas("code").setAttribute("aria-label", header.code.label);
  for (const [name, text] of Object.entries(header.texts)) {
    flow.querySelector(`[data-text=${name}]`).textContent = text;
  }
  flow.classList.toggle("waiting", header.waiting);
  showModel(flow, header.model);
  flow.dataset.ready = "true";
}

/** Bring the flow back into view when another model was chosen far below it. */
function showModel(flow, model) {
  const changed = flow.dataset.model && flow.dataset.model !== model;
  flow.dataset.model = model;
  const { top, bottom } = flow.getBoundingClientRect();
  if (!changed || (bottom > 0 && top < innerHeight)) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  flow.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "center" });
}

function paintCode(canvas, code, arrays, colours) {
  const side = CODE_SIDE * SHARP;
  if (canvas.width !== side) canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  context.setTransform(SHARP, 0, 0, SHARP, 0, 0);
  context.clearRect(0, 0, CODE_SIDE, CODE_SIDE);
  ({ bars: paintBars, plane: paintPlane, maps: paintMaps })[code.kind](context, code, arrays, colours);
}

/** One bar a number, from the zero line, scaled by what test images usually give. */
function paintBars(context, code, { code: values }, colours) {
  const margin = 10;
  const height = CODE_SIDE - 2 * margin;
  const zero = margin + height * code.zero;
  const step = (CODE_SIDE - 2 * margin) / values.length;
  context.fillStyle = css(colours.accent);
  values.forEach((value, index) => {
    const length = Math.max(-1, Math.min(1, value)) * height * (value < 0 ? 1 - code.zero : code.zero);
    context.fillRect(margin + index * step + step * 0.12, zero - Math.max(0, length), step * 0.76, Math.abs(length) || 1);
  });
  context.fillStyle = css(colours.ink, 0.5);
  context.fillRect(margin, zero - 0.5, CODE_SIDE - 2 * margin, 1);
}

/** The plane of two-number codes: test images as faint dots, the input as a large one. */
function paintPlane(context, code, { cloud, code: values }, colours) {
  const place = (share) => 8 + share * (CODE_SIDE - 16);
  context.globalAlpha = 0.55;
  for (let at = 0; at < cloud.length; at += 3) {
    context.fillStyle = CLASS_COLOURS[cloud[at + 2]];
    context.fillRect(place(cloud[at] / 255) - DOT / 2, CODE_SIDE - place(cloud[at + 1] / 255) - DOT / 2, DOT, DOT);
  }
  context.globalAlpha = 1;
  context.font = "bold 15px sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 3;
  context.strokeStyle = css(colours.paper);
  context.fillStyle = css(colours.ink);
  for (const { label, x, y } of middles(cloud)) {
    context.strokeText(label, place(x), CODE_SIDE - place(y));
    context.fillText(label, place(x), CODE_SIDE - place(y));
  }
  const [x, y] = [place(values[0]), CODE_SIDE - place(values[1])];
  context.beginPath();
  context.arc(x, y, 7, 0, 2 * Math.PI);
  context.fillStyle = css(colours.accent);
  context.fill();
  context.strokeStyle = css(colours.ink);
  context.stroke();
}

/** The middle of every class's dots: the median of both coordinates, as shares of the plane. */
function middles(cloud) {
  const classes = new Map();
  for (let at = 0; at < cloud.length; at += 3) {
    const known = classes.get(cloud[at + 2]) ?? { x: [], y: [] };
    known.x.push(cloud[at]);
    known.y.push(cloud[at + 1]);
    classes.set(cloud[at + 2], known);
  }
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1] / 255;
  return [...classes].map(([label, { x, y }]) => ({ label, x: median(x), y: median(y) }));
}

/** A spatial code as small maps side by side. */
function paintMaps(context, code, { code: values }, colours) {
  const [channels, height, width] = code.grid;
  const columns = Math.ceil(Math.sqrt(channels));
  const gap = 6;
  const size = (CODE_SIDE - gap) / columns - gap;
  for (let channel = 0; channel < channels; channel += 1) {
    const left = gap + (channel % columns) * (size + gap);
    const top = gap + Math.floor(channel / columns) * (size + gap);
    for (let cell = 0; cell < height * width; cell += 1) {
      const value = Math.max(0, Math.min(1, values[channel * height * width + cell]));
      context.fillStyle = css(mix(colours.paper, colours.accent, 0.08 + 0.92 * value));
      const [row, column] = [Math.floor(cell / width), cell % width];
      const [cellWidth, cellHeight] = [size / width, size / height];
      context.fillRect(left + column * cellWidth, top + row * cellHeight, cellWidth + 0.3, cellHeight + 0.3);
    }
  }
}
