import assert from "node:assert/strict";
import { test } from "node:test";
import { height } from "../../ui/components/flow/waist.js";
import { heightsOf } from "../../ui/components/layers/layers.js";
import { epochTicks, range, runs } from "../../ui/components/learning_curves/scales.js";
import { SelfDrawn } from "../../ui/components/pad/presets.js";

test("a waist is narrowest at the code and as wide as the picture at its ends", () => {
  assert.equal(height(784, 20), 1);
  assert.equal(height(2000, 20), 1);
  assert.ok(height(20, 20) < height(400, 20) && height(400, 20) < 1);
});

test("blocks are as high as the logarithm of their numbers", () => {
  const [input, code, output] = heightsOf([{ numbers: 1023 }, { numbers: 31 }, { numbers: 1023 }]);
  assert.equal(input, output);
  assert.ok(Math.abs(code / input - 0.5) < 1e-9);
});

test("a curve has a gap where there is no value, or none that a logarithm takes", () => {
  assert.deepEqual(runs([null, 2, 3, 0, 5]), [
    [
      [2, 2],
      [3, 3],
    ],
    [[5, 5]],
  ]);
  const [low, high] = range([{ train: [null, 2], validation: [0, 8] }]);
  assert.ok(low < 2 && low > 1.5 && high > 8 && high < 9);
});

test("epochs along the axis are round and few", () => {
  assert.deepEqual(epochTicks(4), [1, 2, 3, 4]);
  assert.deepEqual(epochTicks(90), [1, 20, 40, 60, 80]);
});

test("what draws itself stops where it is told to, and says once what it would have become", (context) => {
  context.mock.timers.enable({ apis: ["setInterval"] });
  globalThis.matchMedia = () => /** @type {any} */ ({ matches: false });
  const [seen, goal, self] = [[], [[0, 0, 1, 1, 2, 2]], new SelfDrawn()];
  self.play(
    goal,
    (part) => seen.push(part),
    () => seen.push("end"),
  );
  context.mock.timers.tick(20);
  assert.deepEqual(seen, [[[0, 0]]]);
  assert.equal(self.stop(), goal);
  assert.equal(self.stop(), null);
  context.mock.timers.tick(200);
  assert.equal(seen.length, 1);
});
