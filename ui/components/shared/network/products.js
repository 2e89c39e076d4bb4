// Products of rows with rows, which is where all the time of a network goes.

import { kernel } from "./kernel.js";
import { plainProducts } from "./plain_products.js";

/** @typedef {Float32Array | Float64Array} Numbers */

const SMALL = 20_000; // multiplications below which it does not pay to bring numbers to the kernel
const PAGE = 65_536; // bytes
const up = (value, step) => Math.ceil(value / step) * step;

/**
 * Multiply every row of one matrix with every row of another.
 *
 * @param {Numbers} rows (count, depth)
 * @param {Numbers} others (otherCount, depth)
 * @param {number} depth
 * @param {Numbers} out (count, otherCount); takes the products
 */
export function products(rows, others, depth, out) {
  const single = rows instanceof Float32Array && others instanceof Float32Array && out instanceof Float32Array;
  const [count, otherCount] = [rows.length / depth, others.length / depth];
  const pays = count > 1 && otherCount > 1 && count * otherCount * depth > SMALL;
  if (kernel && single && pays) quickProducts(rows, others, depth, out);
  else plainProducts(rows, others, depth, out);
}

/** Bring numbers to the kernel, filled up to the counts that it takes, and the products back. */
function quickProducts(rows, others, depth, out) {
  const [count, otherCount] = [rows.length / depth, others.length / depth];
  const [deep, tall, wide] = [up(depth, 4), up(count, 4), up(otherCount, 2)];
  const [toOthers, toOut] = [tall * deep, (tall + wide) * deep];
  const bytes = 4 * (toOut + tall * wide);
  const { memory, products: run } = kernel;
  if (memory.buffer.byteLength < bytes) memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / PAGE));
  const room = new Float32Array(memory.buffer);
  bring(rows, depth, room, 0, deep);
  bring(others, depth, room, toOthers, deep);
  run(0, 4 * toOthers, 4 * toOut, tall, wide, deep);
  if (wide === otherCount) out.set(room.subarray(toOut, toOut + out.length));
  else
    for (let row = 0; row < count; row += 1)
      out.set(room.subarray(toOut + row * wide, toOut + row * wide + otherCount), row * otherCount);
}

/** Copy rows; what a row lacks is 0, and what stands in rows that are not there does not matter. */
function bring(rows, depth, room, start, deep) {
  if (deep === depth) {
    room.set(rows, start);
    return;
  }
  for (let from = 0, to = start; from < rows.length; from += depth, to += deep) {
    room.set(rows.subarray(from, from + depth), to);
    room.fill(0, to + depth, to + deep);
  }
}
