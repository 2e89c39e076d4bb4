// The map: dots in the colours of their classes, always zoomed so that all of them are in view.

const EDGE = 0.03; // of the side, left free around the dots
const REACH = 20; // CSS pixels within which a dot is pointed at
const MOST_STAMPS = 20; // sets of discs that are kept
const cut = new Map();

/** The square that holds all places [x0, y0, x1, …]: its middle and half its side. */
function around(places) {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    left = Math.min(left, places[at]);
    right = Math.max(right, places[at]);
    bottom = Math.min(bottom, places[at + 1]);
    top = Math.max(top, places[at + 1]);
  }
  const half = Math.max(right - left, top - bottom, 1e-12) / 2;
  return { x: (left + right) / 2, y: (bottom + top) / 2, half };
}

/** Paint a map on the whole canvas; a dot's label is its class, or none for dots without one. */
function paintMap(canvas, { places, labels, hidden, colours }, pointed = -1) {
  const density = window.devicePixelRatio || 1;
  const side = Math.round(canvas.clientWidth * density);
  if (!side) return;
  if (canvas.width !== side) Object.assign(canvas, { width: side, height: side });
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, side, side);
  const count = places.length / 2;
  const radius = Math.max(0.9 * density, (side / 560) * Math.max(1.1, Math.min(3.6, 110 / Math.sqrt(count))));
  const discs = stamps(radius, labels ? CLASS_COLOURS : [css(colours.accent)]);
  const { x, y, half } = around(places);
  const scale = (side * (1 - 2 * EDGE)) / (2 * half);
  const shift = discs[0].width / 2;
  const at = (index) => [side / 2 + (places[2 * index] - x) * scale, side / 2 - (places[2 * index + 1] - y) * scale];
  for (let index = 0; index < count; index += 1) {
    const label = labels ? labels[index] : 0;
    if (hidden?.has(label)) continue;
    const [left, top] = at(index);
    context.drawImage(discs[label], left - shift, top - shift);
  }
  if (pointed >= 0) paintRing(context, at(pointed), 5 * density + radius, colours, density);
}

/** One disc a colour, to be stamped wherever a dot of it lies: much faster than drawing circles. */
function stamps(radius, fills) {
  const key = [radius, ...fills].join();
  if (!cut.has(key)) {
    if (cut.size > MOST_STAMPS) cut.clear();
    cut.set(key, cutStamps(radius, fills));
  }
  return cut.get(key);
}

function cutStamps(radius, fills) {
  const side = 2 * Math.ceil(radius + 1);
  return fills.map((fillStyle) => {
    const disc = Object.assign(document.createElement("canvas"), { width: side, height: side });
    const context = disc.getContext("2d");
    Object.assign(context, { fillStyle, globalAlpha: 0.85 });
    context.beginPath();
    context.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
    context.fill();
    return disc;
  });
}

function paintRing(context, [x, y], radius, colours, density) {
  for (const [width, colour] of [[5, colours.paper], [2.5, colours.ink]]) {
    Object.assign(context, { lineWidth: width * density, strokeStyle: css(colour) });
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
  }
}

/** Give the dot nearest to a place on the canvas in CSS pixels, and none if nothing is near. */
function dotAt(canvas, { places, labels, hidden }, left, top) {
  const side = canvas.clientWidth;
  const { x, y, half } = around(places);
  const scale = (side * (1 - 2 * EDGE)) / (2 * half);
  let [nearest, least] = [-1, REACH ** 2];
  for (let index = 0; index < places.length / 2; index += 1) {
    const dx = side / 2 + (places[2 * index] - x) * scale - left;
    const dy = side / 2 - (places[2 * index + 1] - y) * scale - top;
    const away = dx * dx + dy * dy;
    if (away < least && !(labels && hidden.has(labels[index]))) [nearest, least] = [index, away];
  }
  return nearest;
}
