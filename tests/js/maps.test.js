import assert from "node:assert/strict";
import { test } from "node:test";
import { between, corners, cross, turned } from "../../ui/components/cloud/space.js";
import { within } from "../../ui/components/code_map/lasso.js";
import { middlesOf } from "../../ui/components/code_map/names.js";
import { nearestRow, rowsOfBits, rowTowards } from "../../ui/components/code_map/rows.js";
import { Spread } from "../../ui/components/code_map/spread.js";
import { strengthsOf } from "../../ui/components/code_map/strengths.js";
import { CLUSTER_COLOURS, onRamp, RAMP, tintsOf } from "../../ui/components/code_map/tints.js";
import { niceStep } from "../../ui/components/plane/axes.js";
import { Scale } from "../../ui/components/plane/scale.js";
import { rgb } from "../../ui/components/shared/colours.js";
import { CHOSEN, FAINT, PLAIN } from "../../ui/components/shared/dots.js";
import { pinch } from "../../ui/components/shared/gestures.js";
import { wheelCloser } from "../../ui/components/shared/wheel.js";

const SQUARE = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
];
const CHART = /** @type {any} */ ({ pixels: () => new Float32Array([0, 0, 10, 0, 0, 30]), middle: [5, 5] });
const ALL = new Uint8Array([1, 1, 1]);

test("the lasso holds what lies within it", () => {
  assert.ok(within(SQUARE, [9, 9, 2, 2], 1));
  assert.ok(!within(SQUARE, [9, 9, 2, 2], 0));
});

test("the nearest visible point within reach is found", () => {
  assert.equal(nearestRow(CHART, [8, 1], ALL, 16), 1);
  assert.equal(nearestRow(CHART, [8, 1], new Uint8Array([1, 0, 1]), 16), 0);
  assert.equal(nearestRow(CHART, [100, 100], ALL, 16), -1);
});

test("a step goes to the next point ahead and stays where there is none", () => {
  assert.equal(rowTowards(CHART, 0, [1, 0], ALL), 1);
  assert.equal(rowTowards(CHART, 0, [0, 1], ALL), 2);
  assert.equal(rowTowards(CHART, 0, [-1, 0], ALL), 0);
});

test("chosen rows are read from bits", () => {
  assert.deepEqual(rowsOfBits(new Uint8Array([0b10000001, 0b01000000])), [0, 7, 9]);
});

test("points are brought into [-1, 1], their longer side filling it", () => {
  const points = new Float32Array([0, 0, 9, 4, 2, 9, 2, 1, 9]);
  const spread = new Spread(points, 3);
  assert.deepEqual([...spread.all(points, 3)], [-1, -0.5, 1, 0.5, 0, 0]);
  assert.deepEqual(spread.sides, [1, 0.5]);
});

test("the name of a class stands on its point nearest to the median; one without points has none", () => {
  assert.deepEqual(middlesOf([0, 0, 1, 1, 9, 9], new Uint8Array([0, 0, 0]), 2), [[1, 1], null]);
});

test("points are hidden, faint, plain or chosen", () => {
  const shown = {
    values: new Uint8Array([0, 1, 2]),
    classes: true,
    hidden: new Set([2]),
    looked: -1,
    chosen: new Set(),
  };
  assert.deepEqual([...strengthsOf(shown)], [PLAIN, PLAIN, 0]);
  assert.deepEqual([...strengthsOf({ ...shown, looked: 1 })], [FAINT, CHOSEN, 0]);
  assert.deepEqual([...strengthsOf({ ...shown, chosen: new Set([0]) })], [CHOSEN, FAINT, 0]);
  assert.deepEqual([...strengthsOf({ ...shown, classes: false })], [PLAIN, PLAIN, PLAIN]);
});

test("colours come from classes or a scale", () => {
  const tints = tintsOf({ header: { kind: "label" }, arrays: { values: new Uint8Array([0, 11]) } });
  assert.deepEqual([...tints], [...rgb(CLUSTER_COLOURS[0]), ...rgb(CLUSTER_COLOURS[11])]);
  const scale = tintsOf({ header: { kind: "scale", low: 0, high: 2 }, arrays: { values: new Float32Array([-5, 2]) } });
  assert.deepEqual([...scale], [...RAMP[0], ...RAMP.at(-1)]);
  assert.deepEqual(onRamp(0.5), RAMP[2]);
});

test("a scale turns codes into places and back", () => {
  const scale = new Scale({ x: 1, y: -1, half: 2 }, 400);
  assert.deepEqual(scale.at([1, -1]), [200, 200]);
  assert.deepEqual(scale.back(...scale.at([2.5, 0.5])), [2.5, 0.5]);
});

test("ticks are counted in steps of 1, 2 or 5", () => {
  assert.deepEqual(
    [0.11, 0.3, 1, 7].map((rough) => Number(niceStep(rough).toPrecision(3))),
    [0.2, 0.5, 1, 10],
  );
});

test("two fingers zoom around their middle and shift", () => {
  const pointers = new Map([
    [1, [0, 0]],
    [2, [100, 0]],
  ]);
  assert.deepEqual(pinch(pointers, 2, [200, 0]), { shift: [50, 0], closer: 2, middle: [100, 0] });
  assert.equal(pinch(new Map([[1, [0, 0]]]), 1, [5, 5]), null);
});

test("the wheel zooms evenly, in and out", () => {
  const turn = (deltaY, ctrlKey = false) => wheelCloser(/** @type {any} */ ({ deltaY, deltaMode: 0, ctrlKey }), 0.002);
  assert.ok(turn(-100) > 1);
  assert.ok(Math.abs(turn(100) * turn(-100) - 1) < 1e-12);
  assert.ok(turn(-10, true) > turn(-10), "a touchpad's pinch comes in small turns");
  assert.ok(turn(-1000, true) < 1.5, "and one notch of a wheel must not leap");
});

test("space is turned without changing lengths", () => {
  const point = turned([1, 2, 3], { turn: 0.7, tilt: -0.4 });
  assert.ok(Math.abs(Math.hypot(...point) - Math.hypot(1, 2, 3)) < 1e-12);
  assert.deepEqual(cross([1, 0, 0], [0, 1, 0]), [0, 0, 1]);
});

test("a plane reaches as far as its points, and two are mixed", () => {
  const plane = [
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
  ];
  const far = corners(plane, [
    [3, 0, 5],
    [0, -2, 1],
  ]).map(([x, y]) => [Math.abs(x), Math.abs(y)]);
  for (const [x, y] of far) assert.ok(Math.abs(x - 3.24) < 1e-9 && Math.abs(y - 2.16) < 1e-9);
  assert.deepEqual(
    between(
      plane,
      [
        [2, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
      ],
      0.5,
    )[0],
    [1, 0, 0],
  );
});
