// What the map makes of sizes and distances: the same measure taken among the codes and in the map, side by side.

/**
 * Split rows into one list for every class.
 *
 * @param {Uint8Array} labels
 * @param {number} classes
 * @returns {number[][]}
 */
export function byClass(labels, classes) {
  const rows = Array.from({ length: classes }, () => []);
  for (const [row, label] of labels.entries()) rows[label].push(row);
  return rows;
}

/**
 * Measure the classes of points: the median distance of a class to its own mean, and the distance of every two means;
 * both divided by their average, so that they can be compared between spaces of any size.
 *
 * @param {ArrayLike<number>} values
 * @param {number} columns numbers a point
 * @param {number[][]} rows of every class
 * @returns {{ spreads: number[], distances: number[] }}
 */
export function measure(values, columns, rows) {
  const means = rows.map((own) => meanOf(values, columns, own));
  const away = (row, middle) => {
    let square = 0;
    for (let column = 0; column < columns; column += 1)
      square += (values[row * columns + column] - middle[column]) ** 2;
    return Math.sqrt(square);
  };
  const spreads = rows.map((own, label) => median(own.map((row) => away(row, means[label]))));
  const distances = means.flatMap((one, label) =>
    means.slice(label + 1).map((other) => Math.hypot(...one.map((value, column) => value - other[column]))),
  );
  return { spreads: relative(spreads), distances: relative(distances) };
}

function meanOf(values, columns, rows) {
  const sum = new Float64Array(columns);
  for (const row of rows) {
    for (let column = 0; column < columns; column += 1) sum[column] += values[row * columns + column];
  }
  return sum.map((value) => value / Math.max(1, rows.length));
}

function median(values) {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0;
}

function relative(values) {
  const average = values.reduce((sum, value) => sum + value, 0) / values.length || 1;
  return values.map((value) => value / average);
}

/**
 * Compute Spearman's correlation.
 *
 * @param {number[]} one
 * @param {number[]} other
 * @returns {number} 1 if both put everything into the same order, 0 if they have nothing to do with each other
 */
export function rankCorrelation(one, other) {
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
  const order = [...values.keys()].sort((one, other) => values[one] - values[other]);
  const places = [];
  for (const [rank, at] of order.entries()) places[at] = rank;
  return places;
}
