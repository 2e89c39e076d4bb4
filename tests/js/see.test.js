// What pages say of verdicts, and of a picture that was read row by row.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readOf } from "../../ui/components/row_reader/read.js";
import { majority, ranked } from "../../ui/components/verdicts/counted.js";

test("the class with the largest share comes first, and most votes win", () => {
  assert.deepEqual(ranked([0.2, 0.7, 0.1])[0], [1, 0.7]);
  const votes = [
    [0, 1, 0],
    [0.6, 0.4, 0],
    [0.1, 0.5, 0.4],
  ];
  assert.equal(majority(votes), 1);
});

test("every row has its code, its picture and its error", () => {
  const ink = new Float32Array(784).fill(1);
  const rows = new Float32Array(28 * 2 + 28 * 784);
  rows.set([5, 6], 2 * 27);
  rows.fill(1, 28 * 2 + 27 * 784); // only the last row's picture is right
  const read = readOf(ink, rows, 2);
  assert.deepEqual([...read.codes.subarray(54)], [5, 6]);
  assert.ok(Math.abs(read.errors[0] - 1) < 1e-5);
  assert.equal(read.errors[27], 0);
  assert.equal(read.pictures[27 * 784], 255);
});
