// Axes of lines: where numbers stand, and which point is nearest to the pointer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { nearest, scale } from "../../ui/components/lines/axis.js";

test("numbers stand where an axis has them, evenly or by their logarithms", () => {
  const even = scale({ title: "", low: 10, high: 30, ticks: [], logarithmic: false });
  assert.deepEqual([10, 15, 30].map(even), [0, 0.25, 1]);
  const logarithmic = scale({ title: "", low: 0.01, high: 100, ticks: [], logarithmic: true });
  assert.ok(Math.abs(logarithmic(1) - 0.5) < 1e-12);
  assert.ok(Math.abs(logarithmic(10) - 0.75) < 1e-12);
});

test("the nearest point within reach is found, and none beyond", () => {
  const points = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
  ];
  assert.equal(nearest(points, 7, 1, 5), points[1]);
  assert.equal(nearest(points, 5, 20, 5), undefined);
});
