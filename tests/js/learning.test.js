// Training in the page: the same seed gives the same curve, rewinding gives the same weights, and what fails says so.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Dice } from "../../ui/components/shared/dice.js";
import { parted } from "../../ui/components/shared/learning/batches.js";
import { halves } from "../../ui/components/shared/learning/network_of.js";
import { directions, lost, spread } from "../../ui/components/shared/learning/pca.js";
import { tensorShapes } from "../../ui/components/shared/learning/plan.js";
import { Run } from "../../ui/components/shared/learning/run.js";
import { checked, DEFAULTS, PRESETS } from "../../ui/components/shared/learning/settings.js";

const COUNT = 300;

/** Soft blobs of ink at places that a few numbers tell, so that there is something to learn. */
function blobs() {
  const dice = new Dice(4);
  const pictures = new Uint8Array(COUNT * 784);
  for (let row = 0; row < COUNT; row += 1) {
    const [x, y, width] = [6 + 16 * dice.uniform(), 6 + 16 * dice.uniform(), 2 + 3 * dice.uniform()];
    for (let at = 0; at < 784; at += 1) {
      const away = ((at % 28) - x) ** 2 + (Math.floor(at / 28) - y) ** 2;
      pictures[row * 784 + at] = 255 * Math.exp(-away / (2 * width ** 2));
    }
  }
  return pictures;
}

const pictures = blobs();
const labels = Uint8Array.from({ length: COUNT }, (_, row) => row % 10);
const begin = (settings) =>
  new Run({ settings: checked({ batch: 32, ...settings }), pictures, labels, shown: pictures.slice(0, 8 * 784) });

function trained(run, steps) {
  for (let step = 0; step < steps; step += 1) assert.equal(run.step(), null);
  return run.progress();
}

test("every preset is valid, and its network learns a little", () => {
  assert.equal(PRESETS.length, 6);
  for (const { id, settings } of PRESETS) {
    const whole = { ...DEFAULTS, ...settings };
    assert.deepEqual(checked(whole), whole, id);
    const run = new Run({
      settings: { ...whole, code: 3, widths: whole.widths.slice(1) },
      pictures,
      labels,
      shown: pictures.slice(0, 784),
    });
    const before = run.progress().held.total;
    if (id !== "dies") assert.ok(trained(run, 8).held.total < before, id);
  }
});

test("nonsense becomes the default", () => {
  assert.deepEqual(checked(null), DEFAULTS);
  const nonsense = { data: "<b>", widths: [1e9], code: 0.5, rate: Number.NaN, batch: "64", seed: -1, kind: ["plain"] };
  assert.deepEqual(checked(nonsense), DEFAULTS);
  assert.deepEqual(checked({ widths: [8, 8, 8, 8, 8] }).widths, DEFAULTS.widths);
});

test("the same seed gives the same curve, another seed another one", () => {
  const [one, same, other] = [3, 3, 4].map((seed) => trained(begin({ kind: "variational", code: 4, seed }), 6));
  assert.deepEqual(one, same);
  assert.notDeepEqual(one.held, other.held);
});

test("rewinding gives the same initial weights and the same steps", () => {
  const run = begin({ kind: "denoising", optimiser: "momentum", rate: 1e-4 });
  const start = run.progress();
  const first = trained(run, 5);
  assert.notDeepEqual(first.shown, start.shown);
  run.rewind();
  assert.deepEqual(run.progress(), start);
  assert.deepEqual(trained(run, 5), first);
});

test("a changed learning rate counts from the next step on, and resets nothing", () => {
  const run = begin({});
  trained(run, 3);
  run.change({ rate: 0 });
  const before = run.tensors();
  assert.equal(trained(run, 2).step, 5);
  assert.deepEqual(run.tensors(), before);
});

test("a loss that is no number stops training and falls back on the last weights", () => {
  const run = begin({ optimiser: "sgd", rate: 10, loss: "mse", activation: "linear" });
  run.progress();
  let sentence = null;
  for (let step = 0; step < 200 && !sentence; step += 1) sentence = run.step();
  assert.match(sentence, /^Training diverged at step \d+: .*learning rate.*try 1 instead of 10\.$/);
  assert.ok(run.tensors().every(({ values }) => values.every(Number.isFinite)));
  assert.ok(Number.isFinite(run.progress().held.mse));
});

test("twenty pictures are learnt by heart: their error falls below that of others", () => {
  const run = begin({ pictures: 20, batch: 20, widths: [64], rate: 0.005 });
  trained(run, 150);
  const { train, held } = trained(run, 1);
  assert.ok(train.mse < 0.6 * held.mse, `${train.mse} against ${held.mse}`);
});

test("what is held out never trains", () => {
  for (const count of [5, 40, 1797, 10000]) {
    const { train, held } = parted(count, 0);
    assert.equal(new Set([...train, ...held]).size, count);
    assert.ok(held.length >= 1 && held.length <= 400);
  }
  assert.equal(parted(100, 20).train.length, 20);
});

test("a linear network comes near PCA and never below it on what it trains on", () => {
  const run = begin({ widths: [], code: 4, activation: "linear", loss: "mse", rate: 0.01, pictures: 0, batch: 64 });
  trained(run, 400);
  const rows = Float32Array.from(run.train.length * 784 ? run.train : [], (row) => row);
  const ink = new Float32Array(rows.length * 784).map(
    (_, at) => pictures[rows[Math.floor(at / 784)] * 784 + (at % 784)] / 255,
  );
  const spreading = spread(ink, 784);
  const best = lost(spreading, directions(spreading, 4), ink);
  const { squared } = run.network.measure(ink, ink, rows.length);
  const reached = squared / ink.length;
  assert.ok(reached > 0.999 * best, `${reached} against ${best}`);
  assert.ok(reached < 1.15 * best, `${reached} against ${best}`);
});

test("a network that has learnt gives the same as a chain that every page can run", () => {
  for (const settings of [
    {},
    { network: "tied" },
    { network: "convolutional" },
    { kind: "variational" },
    { kind: "sparse_kl" },
  ]) {
    const run = begin({ code: 6, ...settings });
    trained(run, 3);
    const { encoder, decoder } = halves(run.settings, run.tensors());
    const x = run.held.clean.slice(0, 784);
    const made = run.network.measure(x, x, 1);
    const code = encoder.run(x).slice(0, 6);
    code.forEach((value, at) => {
      assert.ok(Math.abs(value - made.codes[at]) < 1e-4);
    });
    const picture = decoder.run(code);
    picture.forEach((value, at) => {
      assert.ok(Math.abs(value - 1 / (1 + Math.exp(-made.results[at]))) < 1e-4);
    });
  }
});

test("names and shapes of weights are known beforehand", () => {
  for (const network of ["dense", "tied", "convolutional"]) {
    const run = begin({ network, widths: [16, 8], kind: "variational" });
    const made = run.tensors().map(({ name, shape }) => ({ name, shape }));
    assert.deepEqual(made, tensorShapes(run.settings));
  }
});
