import assert from "node:assert/strict";
import { test } from "node:test";
import { firstPoints } from "../../ui/components/pad/strokes.js";
import { normalised } from "../../ui/components/shared/drawing/normalisation.js";
import { resized } from "../../ui/components/shared/drawing/resize.js";
import { countPoints, isFull } from "../../ui/components/shared/full.js";
import { Pen } from "../../ui/components/shared/pen.js";
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

test("a full paper takes no more points and says so until there is room", () => {
  const shown = new Set(["unseen"]);
  const classList = { toggle: (name, on) => (on ? shown.add(name) : shown.delete(name)) };
  const status = /** @type {any} */ ({ textContent: "", classList });
  assert.ok(!isFull({ strokes: STROKES, most: 4, status }) && shown.has("unseen"));
  assert.ok(isFull({ strokes: STROKES, most: 3, status }) && !shown.has("unseen"));
  assert.match(status.textContent, /stays as it is\. Undo a stroke/);
  assert.ok(isFull({ strokes: [new Array(200_000)] }) && !isFull({ strokes: [new Array(199_998)] }) && !isFull({}));
});

test("a pen on a full paper ends its stroke and begins no other", () => {
  const canvas = /** @type {any} */ ({ setPointerCapture() {} });
  canvas.getBoundingClientRect = () => ({ left: 0, top: 0, width: 100, height: 100 });
  const paper = /** @type {any} */ ({ strokes: [], most: 3, lifted: 0, draw() {} });
  paper.begin = (point) => {
    paper.strokes.push([...point]);
    return paper.strokes.at(-1);
  };
  paper.lift = () => (paper.lifted += 1);
  new Pen(canvas, 1, paper);
  const at = (clientX) => ({ button: 0, pointerId: 1, clientX, clientY: 0, preventDefault() {} });
  canvas.onpointerdown(at(0));
  for (const x of [10, 20, 30, 40]) canvas.onpointermove(at(x));
  assert.deepEqual(paper.strokes, [[0, 0, 100, 0, 200, 0]]);
  assert.equal(paper.lifted, 1);
  canvas.onpointerdown(at(50));
  assert.equal(paper.strokes.length, 1);
});
