import assert from "node:assert/strict";
import { test } from "node:test";
import { Sprite } from "../../ui/components/plane/sprite.js";
import { Mlp, wide, widen } from "../../ui/components/shared/network.js";
import { PIXELS } from "../../ui/components/shared/picture.js";

const { Float16Array: Half } = /** @type {any} */ (globalThis);

/** @param {number[]} values exactly representable as float16 */
const half = (values) => new Uint8Array(new Half(values).buffer);

test("float16 numbers are widened, by the browser and by hand", () => {
  const values = [0, 1, -2.5, 0.5, 65504, 2 ** -24, -(2 ** -14)];
  assert.deepEqual([...widen(half(values))], values);
  assert.deepEqual([...new Uint16Array(half(values).buffer)].map(wide), values);
});

test("a layer multiplies, adds its bias and bends", () => {
  const layers = [{ rows: 2, columns: 5, activation: "relu" }];
  const network = new Mlp(layers, half([1, 2, 3, 4, 5, -1, -1, -1, -1, -1]), new Float32Array([0.5, 0.5]));
  assert.deepEqual([...network.run(new Float32Array([1, 1, 1, 1, 1]))], [15.5, 0]);
});

test("layers follow each other, each with its own weights", () => {
  const layers = [
    { rows: 1, columns: 2, activation: "none" },
    { rows: 2, columns: 1, activation: "sigmoid" },
  ];
  const network = new Mlp(layers, half([1, -1, 2, 0]), new Float32Array([0, 0, 1]));
  const [first, second] = network.run(new Float32Array([3, 1]));
  assert.ok(Math.abs(first - 1 / (1 + Math.exp(-4))) < 1e-6);
  assert.ok(Math.abs(second - 1 / (1 + Math.exp(-1))) < 1e-6);
});

test("activations are those of torch", () => {
  const out = (activation, x) =>
    new Mlp([{ rows: 1, columns: 1, activation }], half([1]), new Float32Array([0])).run([x])[0];
  assert.ok(Math.abs(out("selu", -1) + 1.1113307) < 1e-6);
  assert.ok(Math.abs(out("selu", 2) - 2.101402) < 1e-6);
  assert.ok(Math.abs(out("silu", 1) - 0.7310586) < 1e-6);
  assert.ok(Math.abs(out("tanh", 0.5) - 0.4621172) < 1e-6);
  assert.equal(out("relu", -3), 0);
});

test("a sprite gives its pictures at their centres, blends between them and stops at its edge", () => {
  const pictures = new Uint8Array(4 * PIXELS);
  for (const index of [1, 3]) pictures.fill(255, index * PIXELS, (index + 1) * PIXELS);
  const sprite = new Sprite(pictures, { side: 2, low: [-1, -1], high: [1, 1] });
  assert.equal(sprite.run([-1, 0])[0], 0);
  assert.equal(sprite.run([0, 0])[5], 0.5);
  assert.equal(sprite.run([9, 9])[PIXELS - 1], 1);
});
