// Strokes that would shrink to a pale hair made wider, such as those that the pad's edge cuts: `thickened` of
// `aemodels.images.normalisation`.

/** @typedef {import("./normalisation.js").Box} Box */

const THIN = 1.3; // pixels of the box; thinner strokes are widened
const STROKE = 2; // to this
const EDGE = 2; // pixels of paper around ink when its outline is measured

/**
 * @param {Box} box
 * @param {number} scale by which it will be reduced
 * @returns {Box} the same one where its strokes are wide enough
 */
export function thickened(box, scale) {
  const width = ((2 * box.values.reduce((sum, value) => sum + value, 0)) / outlineOf(widened(box, EDGE))) * scale;
  if (width >= THIN) return box;
  const radius = (STROKE - width) / 2 / scale;
  const wide = widened(box, Math.trunc(radius) + 2);
  const away = new Float32Array(wide.values.length).fill(Infinity);
  for (const [at, value] of wide.values.entries()) {
    if (value >= 0.5) stamp(away, wide.width, at, Math.ceil(radius + 1));
  }
  return { ...wide, values: away.map((distance) => Math.min(1, Math.max(0, radius + 1 - distance))) };
}

/** Put paper around ink. */
function widened({ values, width, height }, edge) {
  const wide = width + 2 * edge;
  const paper = new Float32Array(wide * (height + 2 * edge));
  for (let row = 0; row < height; row += 1) {
    paper.set(values.subarray(row * width, (row + 1) * width), (row + edge) * wide + edge);
  }
  return { values: paper, width: wide, height: height + 2 * edge };
}

/** The sum of all steepness; at the border there is only paper. */
function outlineOf({ values, width, height }) {
  let sum = 0;
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1; at < (row + 1) * width - 1; at += 1) {
      sum += Math.hypot(values[at + 1] - values[at - 1], values[at + width] - values[at - width]) / 2;
    }
  }
  return sum;
}

/** Note for the pixels around one with ink how far away it is; there is paper enough around. */
function stamp(away, width, at, reach) {
  const height = away.length / width;
  const [row, column] = [Math.floor(at / width), at % width];
  for (let down = -reach; down <= reach; down += 1) {
    for (let right = -reach; right <= reach; right += 1) {
      const inside = row + down >= 0 && row + down < height && column + right >= 0 && column + right < width;
      if (!inside) continue;
      const place = at + down * width + right;
      away[place] = Math.min(away[place], Math.hypot(down, right));
    }
  }
}
