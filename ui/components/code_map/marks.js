// What stands above the points: names of classes, rings around digits, the line of the lasso.

const NAME_HEIGHT = 17; // CSS pixels

/** Where the middle of every class or cluster lies: its point nearest to the medians, null for one without points. */
function middlesOf(places, values, count) {
  const own = Array.from({ length: count }, () => []);
  values.forEach((value, index) => own[value].push([places[2 * index], places[2 * index + 1]]));
  const median = (points, axis) => Float32Array.from(points, (point) => point[axis]).sort()[points.length >> 1];
  return own.map((points) => {
    if (!points.length) return null;
    const [x, y] = [median(points, 0), median(points, 1)];
    const away = (point) => (point[0] - x) ** 2 + (point[1] - y) ** 2;
    return points.reduce((best, point) => (away(point) < away(best) ? point : best));
  });
}

/** Paint names with a rim of paper, each in the middle of its points, unless another stands there. */
function paintNames(context, chart, middles, names, hidden, colours) {
  Object.assign(context, { font: "700 15px sans-serif", textAlign: "center", textBaseline: "middle" });
  context.lineJoin = "round";
  const painted = [];
  middles.forEach((middle, value) => {
    if (!middle || hidden.has(value)) return;
    const [x, y] = chart.at(...middle);
    const half = context.measureText(names[value]).width / 2 + 3;
    if (painted.some((other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < NAME_HEIGHT)) return;
    painted.push({ x, y, half });
    Object.assign(context, { lineWidth: 4.5, strokeStyle: css(colours.paper, 0.92), fillStyle: css(colours.ink) });
    context.strokeText(names[value], x, y);
    context.fillText(names[value], x, y);
  });
}

function paintRing(context, [x, y], radius, width, colour, dash = []) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.setLineDash(dash);
  Object.assign(context, { lineWidth: width, strokeStyle: colour });
  context.stroke();
  context.setLineDash([]);
}

/** Rings around the pinned digit's neighbours: whole ones in code space, dashed ones in pixel space. */
function paintNeighbours(context, chart, rings, colours) {
  for (const row of rings.code ?? []) {
    paintRing(context, chart.place(row), 6, 4, css(colours.paper));
    paintRing(context, chart.place(row), 6, 2, css(colours.accent));
  }
  for (const row of rings.pixels ?? []) {
    paintRing(context, chart.place(row), 9.5, 4, css(colours.paper, 0.7));
    paintRing(context, chart.place(row), 9.5, 2, css(colours.extra), [4, 3]);
  }
}

/** The pinned digit: a thick ring with four ticks. */
function paintPinned(context, place, colours) {
  for (const [width, colour] of [[7, css(colours.paper)], [3.5, css(colours.ink)]]) {
    paintRing(context, place, 11, width, colour);
    context.beginPath();
    for (const [right, down] of Object.values(ARROWS)) {
      context.moveTo(place[0] + 11 * right, place[1] + 11 * down);
      context.lineTo(place[0] + 18 * right, place[1] + 18 * down);
    }
    context.stroke();
  }
}

/** The digit that is pointed at: its dot made large, with a ring around it. */
function paintPointed(context, [x, y], tint, colours) {
  context.beginPath();
  context.arc(x, y, 7, 0, 2 * Math.PI);
  context.fillStyle = css(tint);
  context.fill();
  paintRing(context, [x, y], 8, 5, css(colours.paper));
  paintRing(context, [x, y], 8.5, 2.5, css(colours.ink));
}

function paintLasso(context, line, colours) {
  context.beginPath();
  for (const corner of line) context.lineTo(...corner);
  context.closePath();
  context.fillStyle = css(colours.accent, 0.14);
  context.fill();
  Object.assign(context, { lineWidth: 2, strokeStyle: css(colours.accent) });
  context.setLineDash([6, 4]);
  context.stroke();
  context.setLineDash([]);
}

/** Say which places (two numbers each) lie within a line that is closed by its ends. */
function within(line, places, index) {
  const [x, y] = [places[2 * index], places[2 * index + 1]];
  let inside = false;
  for (let now = 0, before = line.length - 1; now < line.length; before = now, now += 1) {
    const [[x1, y1], [x2, y2]] = [line[now], line[before]];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
