import assert from "node:assert/strict";
import { test } from "node:test";
import { logarithmic } from "../../ui/components/error_chart/scale.js";
import { nearest } from "../../ui/components/shared/box_chart.js";
import { sorted } from "../../ui/components/table/order.js";
import { joined } from "../../ui/components/tiles/name.js";

const ROWS = [
  ["b", 10, 0.2],
  ["a", 2, null],
  ["c", 100, 0.1],
  ["d", 2, 0.3],
];
const names = (rows) => rows.map(([name]) => name).join("");

test("numbers are sorted as numbers, words as words, and equal rows stay as they were", () => {
  assert.equal(names(sorted(ROWS, 1, "ascending")), "adbc");
  assert.equal(names(sorted(ROWS, 1, "descending")), "cbad");
  assert.equal(names(sorted(ROWS, 0, "ascending")), "abcd");
  assert.equal(names(ROWS), "bacd");
});

test("empty cells come last in both directions", () => {
  assert.equal(names(sorted(ROWS, 2, "ascending")), "cbda");
  assert.equal(names(sorted(ROWS, 2, "descending")), "dbca");
});

test("on a logarithmic scale equal ratios are equally far apart", () => {
  const at = logarithmic([2, 8, 32]);
  assert.ok(Math.abs(at(8) - at(2) - (at(32) - at(8))) < 1e-12);
  assert.ok(at(2) > 0 && at(32) < 1);
  assert.ok(at(1) < at(2));
  assert.ok(Number.isFinite(logarithmic([3])(3)));
});

test("the nearest dot is found within reach only", () => {
  const dots = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];
  assert.equal(nearest(dots, 7, 0, 30), dots[1]);
  assert.equal(nearest(dots, 7, 40, 30), undefined);
});

test("a tile's name says nothing twice, and leaves out nothing that only looks alike", () => {
  assert.equal(joined("Put on the pad: star", ["star", "", ""]), "Put on the pad: star");
  assert.equal(joined("Result of PCA (32)", ["PCA (32)", "", "error 0.1"]), "Result of PCA (32), error 0.1");
  assert.equal(joined("Test image 4490", ["4", "", "3.50"]), "Test image 4490, 4, 3.50");
});
