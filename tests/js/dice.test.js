import assert from "node:assert/strict";
import { test } from "node:test";
import { Dice } from "../../ui/components/shared/dice.js";

test("the same seed gives the same numbers, another one others", () => {
  const draw = (seed) =>
    Array.from(
      { length: 5 },
      (
        (dice) => () =>
          dice.uniform()
      )(new Dice(seed)),
    );
  assert.deepEqual(draw(3), draw(3));
  assert.notDeepEqual(draw(3), draw(4));
});

test("uniform numbers never reach zero or one and fill the range", () => {
  const dice = new Dice(1);
  const values = Array.from({ length: 20_000 }, () => dice.uniform());
  assert.ok(values.every((value) => value > 0 && value < 1));
  assert.ok(Math.abs(values.reduce((sum, value) => sum + value) / values.length - 0.5) < 0.01);
});

test("normal numbers have mean 0 and variance 1", () => {
  const dice = new Dice(2);
  const values = Array.from({ length: 20_000 }, () => dice.normal());
  const mean = values.reduce((sum, value) => sum + value) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  assert.ok(Math.abs(mean) < 0.03 && Math.abs(variance - 1) < 0.05);
});
