import assert from "node:assert/strict";
import { test } from "node:test";
import { paired, wide, widen } from "../../ui/components/shared/network/half.js";
import { Network } from "../../ui/components/shared/network/network.js";
import { products } from "../../ui/components/shared/network/products.js";

const { Float16Array: Half } = /** @type {any} */ (globalThis);

/** @param {number[]} values exactly representable as float16 */
const half = (values) => {
  const bytes = new Uint8Array(new Half(values).buffer);
  return new Uint8Array([...bytes.filter((_, at) => at % 2 === 0), ...bytes.filter((_, at) => at % 2)]);
};

/**
 * @param {any[]} layers
 * @param {number[]} input
 * @param {number[]} [weights]
 * @param {number[]} [biases]
 */
const made = (layers, input, weights = [], biases = []) => [
  ...new Network(layers, half(weights), new Float32Array(biases)).run(new Float32Array(input)),
];

/** @param {number[]} values */
const rounded = (values) => values.map((value) => Math.round(value * 1e6) / 1e6);

test("float16 numbers are widened, by the browser and by hand", () => {
  const values = [0, 1, -2.5, 0.5, 65504, 2 ** -24, -(2 ** -14)];
  const bytes = paired(half(values));
  assert.deepEqual([...widen(bytes)], values);
  assert.deepEqual([...new Uint16Array(bytes.buffer)].map(wide), values);
});

test("rows of any number are multiplied with rows of any number", () => {
  for (const [count, others, depth] of [
    [1, 1, 3],
    [5, 3, 7],
    [8, 2, 4],
    [6, 1, 5],
  ]) {
    const one = Float32Array.from({ length: count * depth }, (_, at) => ((at * 7) % 5) - 2);
    const other = Float32Array.from({ length: others * depth }, (_, at) => ((at * 3) % 7) - 3);
    const out = new Float32Array(count * others);
    products(one, other, depth, out);
    const expected = Float32Array.from(out, (_, at) => {
      const [row, column] = [Math.floor(at / others) * depth, (at % others) * depth];
      return one.subarray(row, row + depth).reduce((sum, value, index) => sum + value * other[column + index], 0);
    });
    assert.deepEqual(out, expected);
  }
});

test("a dense layer multiplies and adds its bias, again for every part of a longer input", () => {
  const layer = { kind: "dense", rows: 2, columns: 2 };
  assert.deepEqual(made([layer], [1, 1], [1, 2, -1, -1], [0.5, 0.5]), [3.5, -1.5]);
  assert.deepEqual(made([layer], [1, 1, 0, 1], [1, 2, -1, -1], [0.5, 0.5]), [3.5, -1.5, 2.5, -0.5]);
});

test("layers follow each other, each with its own weights", () => {
  const layers = [
    { kind: "dense", rows: 1, columns: 2 },
    { kind: "dense", rows: 2, columns: 1 },
    { kind: "activation", function: "sigmoid" },
  ];
  const expected = [1 / (1 + Math.exp(-4)), 1 / (1 + Math.exp(-1))];
  assert.deepEqual(rounded(made(layers, [3, 1], [1, -1, 2, 0], [0, 0, 1])), rounded(expected));
});

test("activations are those of torch", () => {
  const out = (name, x) => rounded(made([{ kind: "activation", function: name }], [x]))[0];
  assert.equal(out("selu", -1), -1.111331);
  assert.equal(out("selu", 2), 2.101402);
  assert.equal(out("silu", 1), 0.731059);
  assert.equal(out("tanh", 0.5), 0.462117);
  assert.equal(out("relu", -3), 0);
});

test("numbers are scaled, shifted and cut", () => {
  assert.deepEqual(made([{ kind: "scaling", factor: 2, shift: -1 }], [0, 1]), [-1, 1]);
  assert.deepEqual(made([{ kind: "shift", size: 2 }], [1, 1], [], [1, -2]), [2, -1]);
  assert.deepEqual(made([{ kind: "cut", low: null, high: 1 }], [-3, 3]), [-3, 1]);
});

const WINDOW = { given: [1, 2, 2], kernel: [2, 2], stride: [1, 1], padding: [1, 1] };

test("a convolution weighs what every window shows, beyond the edge nothing", () => {
  const layer = { kind: "convolution", ...WINDOW, made: [1, 3, 3] };
  assert.deepEqual(made([layer], [1, 2, 3, 4], [1, 0, 0, 10], [0]), [10, 20, 0, 30, 41, 2, 0, 3, 4]);
});

test("a transposed convolution puts windows down that overlap", () => {
  const layer = { kind: "transposed", ...WINDOW, padding: [0, 0], made: [1, 3, 3] };
  assert.deepEqual(made([layer], [1, 2, 3, 4], [1, 0, 0, 10], [0]), [1, 2, 0, 3, 14, 20, 0, 30, 40]);
});

test("pooling takes the largest, in windows that may reach beyond the edge", () => {
  const layer = { kind: "pooling", given: [1, 3, 3], made: [1, 2, 2], kernel: [2, 2], stride: [2, 2], padding: [0, 0] };
  assert.deepEqual(made([layer], [1, 2, 3, 4, 5, 6, 7, 8, -9]), [5, 6, 8, -9]);
});

test("upsampling, repeating and cutting off keep numbers as they are", () => {
  assert.deepEqual(made([{ kind: "upsampling", given: [1, 1, 2], factor: 2 }], [1, 2]), [1, 1, 2, 2, 1, 1, 2, 2]);
  assert.deepEqual(made([{ kind: "repeat", times: 2 }], [1, 2]), [1, 2, 1, 2]);
  assert.deepEqual(made([{ kind: "last", size: 1 }], [1, 2]), [2]);
});

test("an LSTM remembers, and forgets from one input to the next", () => {
  const layer = { kind: "recurrent", steps: 2, columns: 1, size: 1 };
  const network = new Network([layer], half([1, 1, 1, 1, 1, 1, 1, 1]), new Float32Array(4));
  const first = [...network.run(new Float32Array([1, 0]))];
  assert.notEqual(first[1], 0);
  assert.deepEqual([...network.run(new Float32Array([0, 0]))], [0, 0]);
  assert.deepEqual([...network.run(new Float32Array([1, 0]))], first);
});
