// Products of rows with rows in plain JavaScript: for double precision, for small ones, and for browsers without SIMD.

/** @typedef {import("./products.js").Numbers} Numbers */

/**
 * Multiply every row of one matrix with every row of another.
 *
 * Four rows are taken at once, and two of the other where there are two: each number that is read serves several sums,
 * and no addition waits for the one before it.
 *
 * @param {Numbers} rows (count, depth)
 * @param {Numbers} others (otherCount, depth)
 * @param {number} depth
 * @param {Numbers} out (count, otherCount); takes the products
 */
export function plainProducts(rows, others, depth, out) {
  const count = rows.length / depth;
  const otherCount = others.length / depth;
  const fours = count - (count % 4);
  const twos = otherCount - (otherCount % 2);
  for (let row = 0; row < fours; row += 4) {
    for (let other = 0; other < twos; other += 2) four(rows, row, others, other, depth, out, otherCount);
    if (twos < otherCount) fourWithOne(rows, row, others, twos, depth, out, otherCount);
  }
  for (let row = fours; row < count; row += 1) {
    for (let other = 0; other < otherCount; other += 1) {
      out[row * otherCount + other] = single(rows, row * depth, others, other * depth, depth);
    }
  }
}

/** Four rows with two others. */
function four(rows, row, others, other, depth, out, width) {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  let first = row * depth;
  let left = other * depth;
  for (const end = left + depth; left < end; left += 1, first += 1) {
    const one = others[left];
    const two = others[left + depth];
    const w = rows[first];
    const x = rows[first + depth];
    const y = rows[first + 2 * depth];
    const z = rows[first + 3 * depth];
    a += w * one;
    b += w * two;
    c += x * one;
    d += x * two;
    e += y * one;
    f += y * two;
    g += z * one;
    h += z * two;
  }
  const at = row * width + other;
  out[at] = a;
  out[at + 1] = b;
  out[at + width] = c;
  out[at + width + 1] = d;
  out[at + 2 * width] = e;
  out[at + 2 * width + 1] = f;
  out[at + 3 * width] = g;
  out[at + 3 * width + 1] = h;
}

/** Four rows with one other. */
function fourWithOne(rows, row, others, other, depth, out, width) {
  let [a, b, c, d] = [0, 0, 0, 0];
  let first = row * depth;
  let left = other * depth;
  for (const end = left + depth; left < end; left += 1, first += 1) {
    const value = others[left];
    a += rows[first] * value;
    b += rows[first + depth] * value;
    c += rows[first + 2 * depth] * value;
    d += rows[first + 3 * depth] * value;
  }
  const at = row * width + other;
  out[at] = a;
  out[at + width] = b;
  out[at + 2 * width] = c;
  out[at + 3 * width] = d;
}

function single(rows, start, others, otherStart, depth) {
  let [a, b] = [0, 0];
  const even = depth - (depth % 2);
  for (let at = 0; at < even; at += 2) {
    a += rows[start + at] * others[otherStart + at];
    b += rows[start + at + 1] * others[otherStart + at + 1];
  }
  if (even < depth) a += rows[start + even] * others[otherStart + even];
  return a + b;
}
