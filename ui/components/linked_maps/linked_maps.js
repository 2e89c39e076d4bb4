// Small maps of the same digits: dots by class, the student's own digit as a cross, and one ring in every map.

const DOT = 1.1; // radius in CSS pixels
const EDGE = 8;
const REACH = 24; // CSS pixels within which a dot is pointed at
const known = new WeakMap();

export default function ({ parentElement, data }) {
  const state = known.get(parentElement) ?? begin(parentElement);
  const { header, arrays } = readMessage(data);
  Object.assign(state, { header, labels: arrays.labels, colours: palette(state.root), pointed: -1 });
  const size = 2 * arrays.labels.length;
  state.places = header.maps.map((_, map) => arrays.places.subarray(map * size, (map + 1) * size));
  buildMaps(state);
  buildClasses(state);
  refresh(state);
  say(state);
  state.root.dataset.ready = "true";
  return () => {
    state.observer.disconnect();
    known.delete(parentElement);
  };
}

function begin(parentElement) {
  const root = parentElement.querySelector(".all");
  const state = { root, hidden: new Set(), sheets: [], canvases: [] };
  state.observer = new ResizeObserver(() => state.places && refresh(state));
  state.observer.observe(root.querySelector(".maps"));
  known.set(parentElement, state);
  return state;
}

function buildMaps(state) {
  const row = state.root.querySelector(".maps");
  while (row.children.length > state.header.maps.length) row.lastChild.remove();
  while (row.children.length < state.header.maps.length) row.append(makeMap(state, row.children.length));
  state.canvases = [...row.querySelectorAll("canvas")];
  state.header.maps.forEach(({ title, facts }, index) => {
    row.children[index].querySelector("b").textContent = title;
    row.children[index].querySelector("figcaption").textContent = facts;
    state.canvases[index].setAttribute("aria-label", `${title}: ${facts.replaceAll("\n", ", ")}`);
  });
}

function makeMap(state, index) {
  const figure = document.createElement("figure");
  const canvas = Object.assign(document.createElement("canvas"), {
    onpointermove: (event) => point(state, index, event),
    onpointerdown: (event) => point(state, index, event),
    onpointerleave: () => show(state, -1),
  });
  canvas.setAttribute("role", "img");
  canvas.dataset.testid = `side-map-${index}`;
  figure.append(document.createElement("b"), canvas, document.createElement("figcaption"));
  return figure;
}

function buildClasses(state) {
  const row = state.root.querySelector(".classes");
  if (row.children.length) return;
  state.header.names.forEach((name, label) => {
    const button = Object.assign(document.createElement("button"), { type: "button", title: `Show or hide ${name}` });
    const dot = document.createElement("i");
    dot.style.background = CLASS_COLOURS[label];
    button.append(dot, name);
    button.setAttribute("aria-pressed", "true");
    button.onclick = () => {
      if (!state.hidden.delete(label)) state.hidden.add(label);
      button.setAttribute("aria-pressed", String(!state.hidden.has(label)));
      refresh(state);
    };
    row.append(button);
  });
}

/** Paint all dots anew, each map once on a sheet of its own; what moves is painted over a copy of it. */
function refresh(state) {
  state.sheets = state.canvases.map((canvas, map) => {
    const density = window.devicePixelRatio || 1;
    const side = Math.round(canvas.clientWidth * density);
    const sheet = Object.assign(document.createElement("canvas"), { width: side, height: side });
    Object.assign(canvas, { width: side, height: side });
    if (side) paintSheet(sheet.getContext("2d"), state, map, side, density);
    return sheet;
  });
  state.canvases.forEach((_, map) => paintOver(state, map));
}

function paintSheet(context, { places, labels, hidden, colours }, map, side, density) {
  const edge = EDGE * density;
  const image = context.createImageData(side, side);
  const tints = new Uint8Array(3 * labels.length);
  labels.forEach((label, index) => tints.set(rgb(CLASS_COLOURS[label]), 3 * index));
  const points = {
    places: places[map].map((share, index) => edge + (index % 2 ? 1 - share : share) * (side - 2 * edge)),
    colours: tints,
    strengths: labels.map((label) => (hidden.has(label) ? 0 : PLAIN)),
  };
  fillPaper(image, colours.paper);
  paintDots(image, points, DOT * density);
  context.putImageData(image, 0, 0);
}

function paintOver(state, map) {
  const { colours, header, pointed, places } = state;
  const canvas = state.canvases[map];
  const density = window.devicePixelRatio || 1;
  const context = canvas.getContext("2d");
  if (!canvas.width) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(state.sheets[map], 0, 0);
  context.setTransform(density, 0, 0, density, 0, 0);
  const inside = canvas.clientWidth - 2 * EDGE;
  const at = ([x, y]) => [EDGE + x * inside, EDGE + (1 - y) * inside];
  paintCross(context, at(header.own[map]), colours);
  if (pointed < 0) return;
  const [x, y] = at([places[map][2 * pointed], places[map][2 * pointed + 1]]);
  paintRing(context, x, y, CLASS_COLOURS[state.labels[pointed]], colours);
}

function paintCross(context, [x, y], colours) {
  for (const [width, colour] of [[6, css(colours.paper)], [2.5, css(colours.ink)]]) {
    Object.assign(context, { lineWidth: width, strokeStyle: colour, lineCap: "round" });
    context.beginPath();
    for (const [dx, dy] of [[7, 7], [7, -7]]) {
      context.moveTo(x - dx, y - dy);
      context.lineTo(x + dx, y + dy);
    }
    context.stroke();
  }
}

function paintRing(context, x, y, colour, colours) {
  context.beginPath();
  context.arc(x, y, 7, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  Object.assign(context, { lineWidth: 2.5, strokeStyle: css(colours.ink) });
  context.stroke();
}

function point(state, map, event) {
  const side = event.currentTarget.clientWidth;
  const inside = side - 2 * EDGE;
  const x = (event.offsetX - EDGE) / inside;
  const y = 1 - (event.offsetY - EDGE) / inside;
  let [nearest, least] = [-1, (REACH / inside) ** 2];
  for (let index = 0; index < state.labels.length; index += 1) {
    const away = (state.places[map][2 * index] - x) ** 2 + (state.places[map][2 * index + 1] - y) ** 2;
    if (away < least && !state.hidden.has(state.labels[index])) [nearest, least] = [index, away];
  }
  show(state, nearest);
}

function show(state, pointed) {
  if (pointed === state.pointed) return;
  state.pointed = pointed;
  state.canvases.forEach((_, map) => paintOver(state, map));
  say(state);
}

function say({ root, pointed, labels, header }) {
  root.dataset.pointed = pointed;
  root.querySelector(".said").textContent =
    pointed < 0
      ? `The cross is ${header.given}. Point at a dot: the ring shows the same digit on every map.`
      : `Test image ${pointed}, a ${header.names[labels[pointed]]}: the ring shows it on every map.`;
}
