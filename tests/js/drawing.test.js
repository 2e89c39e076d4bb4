import assert from "node:assert/strict";
import { test } from "node:test";
import { countPoints, firstPoints } from "../../ui/components/pad/strokes.js";
import { normalised } from "../../ui/components/shared/drawing/normalisation.js";
import { resized } from "../../ui/components/shared/drawing/resize.js";
import { PIXELS, SIDE } from "../../ui/components/shared/picture.js";

const STROKES = [
  [0, 0, 1, 1],
  [5, 5],
];

/** A bar of ink on a square of paper. */
function bar(side, left, width, top, height) {
  return Float32Array.from({ length: side * side }, (_, at) => {
    const [column, row] = [at % side, Math.floor(at / side)];
    return column >= left && column < left + width && row >= top && row < top + height ? 1 : 0;
  });
}

test("points of strokes are counted and given one by one", () => {
  assert.equal(countPoints(STROKES), 3);
  assert.deepEqual(firstPoints(STROKES, 1), [[0, 0]]);
  assert.deepEqual(firstPoints(STROKES, 3), STROKES);
  assert.deepEqual(firstPoints(STROKES, 0), []);
});

test("paper without ink is no picture", () => {
  assert.equal(normalised(new Float32Array(100), 10, 10), null);
});

test("ink fills the box of twenty pixels, its centre of mass on (14, 14)", () => {
  const image = normalised(bar(112, 10, 20, 10, 80), 112, 112);
  assert.equal(image.length, PIXELS);
  const rows = [...Array(SIDE).keys()].filter((row) =>
    image.subarray(row * SIDE, (row + 1) * SIDE).some((value) => value > 0.1),
  );
  assert.equal(rows.length, 20);
  const mass = image.reduce((sum, value) => sum + value, 0);
  const x = image.reduce((sum, value, at) => sum + value * (at % SIDE), 0) / mass;
  const y = image.reduce((sum, value, at) => sum + value * Math.floor(at / SIDE), 0) / mass;
  assert.ok(Math.abs(x - 14) <= 0.5 && Math.abs(y - 14) <= 0.5);
});

test("where ink stood on the paper does not matter", () => {
  assert.deepEqual(normalised(bar(112, 10, 20, 10, 80), 112, 112), normalised(bar(112, 60, 20, 25, 80), 112, 112));
});

test("resizing keeps even grey and the same size keeps all", () => {
  const grey = { values: new Float32Array(64).fill(0.25), width: 8, height: 8 };
  assert.ok(resized(grey, 3, 5).every((value) => Math.abs(value - 0.25) < 1e-6));
  const picture = { values: bar(8, 1, 3, 2, 4), width: 8, height: 8 };
  assert.deepEqual(resized(picture, 8, 8), picture.values);
});
