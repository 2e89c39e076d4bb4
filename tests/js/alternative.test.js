import assert from "node:assert/strict";
import { test } from "node:test";
import { codeWords, errorWords } from "../../ui/components/flow/words.js";
import { describe } from "../../ui/components/shared/alternative.js";

test("a picture's name follows what it shows only when that has come to rest", (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const names = [];
  const picture = /** @type {any} */ ({ setAttribute: (...named) => names.push(named) });
  for (let frame = 0; frame < 60; frame += 1) {
    describe(picture, () => `frame ${frame}`);
    context.mock.timers.tick(16);
  }
  assert.deepEqual(names, []);
  context.mock.timers.tick(300);
  assert.deepEqual(names, [["aria-label", "frame 59"]]);
});

test("an error map tells how much of the ink is lost, and how much is added", () => {
  const ink = new Uint8Array([255, 255, 0, 0]);
  assert.equal(errorWords(ink, new Uint8Array([1, 128, 255, 128])), "50 % of the ink lost, 50 % added");
  assert.equal(errorWords(new Uint8Array(4), new Uint8Array(4).fill(128)), "0 % of the ink lost, 0 % added");
});

test("a code on a plane tells its place and whose code lies nearest", () => {
  const arrays = { code: [0.1, 0.9], cloud: new Uint8Array([0, 255, 7, 255, 0, 3]) };
  const plane = { kind: "plane", label: "Code: place (1.00, 2.00) on the plane" };
  assert.equal(codeWords(plane, null, arrays), `${plane.label}, nearest test image: a 7`);
  assert.match(codeWords(plane, [-0.5, 1.25], arrays), /place \(−0.50, 1.25\) on the plane/);
  assert.equal(
    codeWords({ kind: "bars", label: "Code: 30 numbers as bars" }, [1, 2], arrays),
    "Code: 30 numbers as bars",
  );
});
