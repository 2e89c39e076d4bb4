// A digit from principal components: pictures and error follow the slider while it moves.

const PIXELS = 784;
const SVG = "http://www.w3.org/2000/svg";
const BOX = { width: 340, height: 204, left: 44, right: 10, top: 10, bottom: 24 };
const known = new WeakMap();

export default function ({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".sums");
  const { header, arrays } = readMessage(data);
  const range = root.querySelector(".count");
  const state = known.get(parentElement) ?? { sent: undefined };
  known.set(parentElement, state);
  Object.assign(state, { root, header, arrays, colours: palette(root) });
  range.max = header.own.length - 1;
  if (state.sent === undefined || (header.count !== state.seen && header.count !== state.sent)) range.value = header.count;
  state.seen = header.count;
  state.sent ??= header.count;
  range.oninput = () => show(state, range.valueAsNumber);
  range.onchange = () => {
    state.sent = range.valueAsNumber;
    setStateValue("count", state.sent);
  };
  paint(state, "image", arrays.image, paintInk);
  state.moveDot = drawCurves(root.querySelector("svg"), header);
  show(state, range.valueAsNumber);
  root.dataset.ready = "true";
  return () => known.delete(parentElement);
}

function paint({ root, colours }, name, values, brush) {
  brush(root.querySelector(`.${name}`), values, 28, 28, colours);
}

function show(state, count) {
  const { root, header, arrays } = state;
  const slice = (values) => values.subarray(count * PIXELS, (count + 1) * PIXELS);
  const put = (name, words) => (root.querySelector(`.${name}`).textContent = words);
  const plural = count === 1 ? "component" : "components";
  paint(state, "rebuilt", slice(arrays.rebuilt), paintInk);
  paint(state, "added", slice(arrays.added), paintError);
  put("words", `${count} principal ${plural}`);
  put("about", count ? `From ${count} ${plural}: error ${header.own[count].toFixed(4)}` : `The mean of all digits: error ${header.own[0].toFixed(4)}`);
  put("adds", count ? `What component ${count} adds: ink in orange, or takes away, in blue` : "No component yet");
  root.querySelector(".rebuilt").setAttribute("aria-label", root.querySelector(".about").textContent);
  root.querySelector(".added").setAttribute("aria-label", root.querySelector(".adds").textContent);
  root.querySelector(".count").setAttribute("aria-valuetext", `${count} ${plural}`);
  root.dataset.count = count;
  state.moveDot(count);
}

function drawCurves(svg, { own, usual }) {
  svg.setAttribute("viewBox", `0 0 ${BOX.width} ${BOX.height}`);
  svg.setAttribute("aria-label", `With ${own.length - 1} components the error of this digit is ${own.at(-1).toFixed(4)}.`);
  const most = Math.max(...own, ...usual) * 1.05;
  const x = (count) => BOX.left + ((BOX.width - BOX.left - BOX.right) * count) / (own.length - 1);
  const y = (error) => BOX.height - BOX.bottom - ((BOX.height - BOX.top - BOX.bottom) * error) / most;
  const rules = [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12].filter((error) => error <= most);
  const here = add("circle", { r: 6 });
  const curve = (errors, name) => add("polyline", { points: errors.map((error, count) => `${x(count)},${y(error)}`).join(" "), class: name });
  svg.replaceChildren(
    ...rules.map((error) => add("line", { x1: BOX.left, x2: BOX.width - BOX.right, y1: y(error), y2: y(error), class: "rule" })),
    ...rules.map((error) => label(error.toFixed(2), BOX.left - 6, y(error) + 4, "end")),
    ...[0, 8, 16, 24, 32].filter((count) => count < own.length).map((count) => label(count, x(count), BOX.height - 6, "middle")),
    curve(usual, "usual"),
    curve(own, "own"),
    here,
  );
  return (count) => {
    here.setAttribute("cx", x(count));
    here.setAttribute("cy", y(own[count]));
  };
}

function label(text, x, y, anchor) {
  const element = add("text", { x, y, "text-anchor": anchor });
  element.textContent = text;
  return element;
}

function add(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
