// What the map makes of sizes and distances: the same measure taken among the codes and in the map, side by side.

const KEPT_WELL = 0.8;
const SURVIVED = "Here most of the order has survived, but the map alone cannot tell you: try another perplexity, start or seed.";
const LOST = "Here much of the order is lost: clusters that stand side by side need not be alike.";

/** Split rows into one list for every class. */
function byClass(labels, classes) {
  const rows = Array.from({ length: classes }, () => []);
  labels.forEach((label, row) => rows[label].push(row));
  return rows;
}

/**
 * Measure the classes of points: the median distance of a class to its own mean, and the distance of every two means;
 * both divided by their average, so that they can be compared between spaces of any size.
 */
function measure(values, columns, rows) {
  const means = rows.map((own) => {
    const sum = new Float64Array(columns);
    for (const row of own) for (let column = 0; column < columns; column += 1) sum[column] += values[row * columns + column];
    return sum.map((value) => value / Math.max(1, own.length));
  });
  const away = (row, middle) => {
    let square = 0;
    for (let column = 0; column < columns; column += 1) square += (values[row * columns + column] - middle[column]) ** 2;
    return Math.sqrt(square);
  };
  const spreads = rows.map((own, label) => median(own.map((row) => away(row, means[label]))));
  const distances = means.flatMap((one, label) =>
    means.slice(label + 1).map((other) => Math.hypot(...one.map((value, column) => value - other[column]))),
  );
  return { spreads: relative(spreads), distances: relative(distances) };
}

function median(values) {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0;
}

function relative(values) {
  const average = values.reduce((sum, value) => sum + value, 0) / values.length || 1;
  return values.map((value) => value / average);
}

/** Spearman's correlation: 1 if both put everything into the same order, 0 if they have nothing to do with each other. */
function rankCorrelation(one, other) {
  const [first, second] = [ranks(one), ranks(other)];
  const middle = (one.length - 1) / 2;
  let [both, alone] = [0, 0];
  first.forEach((rank, at) => {
    both += (rank - middle) * (second[at] - middle);
    alone += (rank - middle) ** 2;
  });
  return both / alone;
}

function ranks(values) {
  const order = values.map((_, at) => at).sort((one, other) => values[one] - values[other]);
  const found = [];
  order.forEach((at, rank) => (found[at] = rank));
  return found;
}

/** Show the spread of every class as two bars, and say which class the map misrepresents most. */
function showSpreads(table, sentence, names, codes, map) {
  const widest = Math.max(...codes, ...map, 1);
  table.replaceChildren(
    ...names.map((name, label) => {
      const row = document.createElement("tr");
      row.append(cell("th", name), bars(label, codes[label] / widest, map[label] / widest));
      row.append(cell("td", codes[label].toFixed(2)), cell("td", map[label].toFixed(2)));
      return row;
    }),
  );
  const wrongs = codes.map((spread, label) => Math.abs(Math.log((map[label] || 1e-9) / (spread || 1e-9))));
  const worst = wrongs.indexOf(Math.max(...wrongs));
  sentence.textContent =
    `Furthest off: “${names[worst]}” is ${times(codes[worst])} as spread as the average class among the codes, ` +
    `and ${times(map[worst])} in this map.`;
}

function times(value) {
  return `${value.toFixed(2)} times`;
}

function bars(label, codes, map) {
  const both = cell("td", "");
  both.className = "bars";
  for (const [kind, share, colour] of [["codes", codes, ""], ["map", map, CLASS_COLOURS[label]]]) {
    const bar = document.createElement("i");
    bar.className = kind;
    Object.assign(bar.style, { width: `${100 * share}%`, background: colour });
    both.append(bar);
  }
  return both;
}

function cell(kind, text) {
  const element = document.createElement(kind);
  element.textContent = text;
  return element;
}

/** Show every pair of classes as a dot, its distance among the codes to the right, in the map upwards. */
function showDistances(svg, sentence, codes, map) {
  const most = Math.max(...codes, ...map, 1);
  const x = (value) => 26 + (226 * value) / most;
  const y = (value) => 150 - (138 * value) / most;
  svg.replaceChildren(
    shape("line", { class: "rule", x1: x(0), x2: x(most), y1: y(0), y2: y(0) }),
    shape("line", { class: "rule", x1: x(0), x2: x(0), y1: y(0), y2: y(most) }),
    shape("line", { class: "boundary", x1: x(0), x2: x(most), y1: y(0), y2: y(most) }),
    ...codes.map((value, pair) => shape("circle", { cx: x(value), cy: y(map[pair]), r: 3.5 })),
    words("among the codes →", x(most), 166, "end"),
    words("in the map →", 0, 0, "end"),
  );
  svg.lastChild.setAttribute("transform", `translate(18 ${y(most)}) rotate(-90)`);
  const agree = rankCorrelation(codes, map);
  sentence.textContent =
    `Rank correlation ${agree.toFixed(2).replace("-", "−")}. At 1 the map would put all ${codes.length} distances into ` +
    `the right order, and at 0 it would tell nothing about them. ${agree > KEPT_WELL ? SURVIVED : LOST}`;
  svg.setAttribute("aria-label", `Distances between the classes, among the codes and in the map. ${sentence.textContent}`);
}
