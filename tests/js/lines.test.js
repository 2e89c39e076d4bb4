// Axes of lines: where numbers stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { scale } from "../../ui/components/lines/axis.js";

test("numbers stand where an axis has them, evenly or by their logarithms", () => {
  const even = scale({ title: "", low: 10, high: 30, ticks: [], logarithmic: false });
  assert.deepEqual([10, 15, 30].map(even), [0, 0.25, 1]);
  const logarithmic = scale({ title: "", low: 0.01, high: 100, ticks: [], logarithmic: true });
  assert.ok(Math.abs(logarithmic(1) - 0.5) < 1e-12);
  assert.ok(Math.abs(logarithmic(10) - 0.75) < 1e-12);
});
