// Where a code lands on a finished map while the hand draws: exactly where the map is a projection, else in the middle of
// its ten nearest codes, as `aemodels.latent.placement.follow` has it.

const VOTERS = 10;

/**
 * What is known of a model's codes.
 *
 * @typedef {object} Space
 * @property {Float32Array} mean of all codes
 * @property {Float32Array} directions along which codes are compared, one after the other
 * @property {Float32Array} flat the two principal directions
 * @property {Float32Array} known codes along the directions, code by code
 * @property {number} scale that they are divided by
 */

/**
 * @param {Float32Array} code
 * @param {string} projection "code", "pca", "tsne" or "umap"
 * @param {Space} space
 * @param {Float32Array} places of the known codes on the map, x0, y0, x1, …
 * @returns {number[]}
 */
export function landing(code, projection, space, places) {
  if (projection === "code") return [code[0], code[1]];
  const centred = code.map((value, at) => value - space.mean[at]);
  if (projection === "pca") return along(centred, space.flat);
  const rows = nearest(
    along(centred, space.directions).map((value) => value / space.scale),
    space.known,
  );
  return [0, 1].map((axis) => median(rows.map((row) => places[2 * row + axis])));
}

function along(values, directions) {
  return Array.from({ length: directions.length / values.length }, (_, row) =>
    values.reduce((sum, value, at) => sum + value * directions[row * values.length + at], 0),
  );
}

/** Rows of the nearest known codes. */
function nearest(query, known) {
  const size = query.length;
  /** @type {[number, number][]} squared distance and row, the farthest last */
  const best = [];
  for (let row = 0; row < known.length / size; row += 1) {
    let square = 0;
    for (let at = 0; at < size; at += 1) square += (known[row * size + at] - query[at]) ** 2;
    if (best.length === VOTERS && square >= best[VOTERS - 1][0]) continue;
    best.push([square, row]);
    best.sort(([one], [other]) => one - other);
    best.length = Math.min(best.length, VOTERS);
  }
  return best.map(([, row]) => row);
}

function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
