import assert from "node:assert/strict";
import { test } from "node:test";
import { coverage } from "../../ui/components/corruption/coverage.js";
import { corrupted, RULES } from "../../ui/components/shared/corruption.js";
import { PIXELS, SIDE } from "../../ui/components/shared/picture.js";

const grey = new Float32Array(PIXELS).fill(0.5);
const ramp = Float32Array.from({ length: PIXELS }, (_, at) => at / PIXELS);

test("no layers leave a picture as it is", () => {
  assert.deepEqual(corrupted(grey, [], []), grey);
});

test("layers act in their order", () => {
  const layers = [
    { kind: "contrast", amount: 1 },
    { kind: "masking", amount: 0.5 },
  ];
  const forth = corrupted(ramp, layers, [null, ramp]);
  const back = corrupted(ramp, layers.toReversed(), [ramp, null]);
  assert.equal(forth[0], 0);
  assert.equal(back[0], 0.5);
});

test("an amount of zero changes nothing, whatever the kind", () => {
  for (const [kind, rule] of Object.entries(RULES)) {
    if (kind === "gaussian_half") continue; // moves all by one half
    assert.deepEqual(rule(ramp, 0, ramp), ramp, kind);
  }
});

test("gaussian noise stops at black and white", () => {
  const strong = new Float32Array(PIXELS).fill(-9);
  assert.ok(RULES.gaussian(grey, 1, strong).every((value) => value === 0));
});

test("masking erases where chance is below the amount", () => {
  const erased = RULES.masking(grey, 0.25, ramp);
  assert.equal(erased.filter((value) => value === 0).length, PIXELS / 4);
});

test("dropout makes up for what it erases", () => {
  const dropped = RULES.dropout(grey, 0.5, ramp);
  assert.equal(Math.max(...dropped), 1);
});

test("a blur spreads one pixel evenly and keeps its ink", () => {
  const dot = new Float32Array(PIXELS);
  dot[14 * SIDE + 14] = 1;
  const blurred = RULES.blur(dot, 1);
  assert.ok(Math.abs(blurred.reduce((sum, value) => sum + value, 0) - 1) < 1e-4);
  assert.equal(blurred[14 * SIDE + 13], blurred[14 * SIDE + 15]);
  assert.equal(blurred[13 * SIDE + 14], blurred[14 * SIDE + 13]);
});

test("a scribble covers what lies under the pen and nothing far away", () => {
  const covered = coverage([[0, 500, 1000, 500]], 1.2);
  assert.equal(covered[14 * SIDE + 3], 1);
  assert.equal(covered[0], 0);
  assert.ok(coverage([], 1.2).every((value) => value === 0));
});

test("a tap covers a dot", () => {
  const covered = coverage([[500, 500]], 1.2);
  assert.ok(covered[14 * SIDE + 14] > 0.99);
  assert.ok(covered.filter(Boolean).length < 16);
});
