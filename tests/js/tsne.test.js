import assert from "node:assert/strict";
import { test } from "node:test";
import { Dice } from "../../ui/components/shared/dice.js";
import { conditional, mutual } from "../../ui/components/tsne/affinities.js";
import { squareAround } from "../../ui/components/tsne/bounds.js";
import { changes, equal } from "../../ui/components/tsne/changes.js";
import { Descent } from "../../ui/components/tsne/descent.js";
import { howMade, remember } from "../../ui/components/tsne/kept.js";
import { keepMaterial, materialOf } from "../../ui/components/tsne/material.js";
import { byClass, measure, rankCorrelation } from "../../ui/components/tsne/measures.js";
import { nearest } from "../../ui/components/tsne/neighbours.js";
import { QuadTree } from "../../ui/components/tsne/quadtree.js";
import { noiseLike, startPlaces } from "../../ui/components/tsne/start.js";

const SETTINGS = { exaggeration: 12, rate: /** @type {const} */ ("auto"), start: "PCA", seed: 0 };

/** Two groups of points, far from each other. */
function groups(count, columns) {
  const dice = new Dice(5);
  return Float32Array.from(
    { length: count * columns },
    (_, at) => dice.normal() + (at < (count * columns) / 2 ? 0 : 20),
  );
}

function neighboursOf(codes, count, columns, wanted) {
  const search = nearest(codes, count, columns, wanted);
  let step = search.next();
  while (!step.done) step = search.next();
  return step.value;
}

function affinitiesOf(codes, count, columns, perplexity) {
  const wanted = 3 * perplexity;
  const { indices, squares } = neighboursOf(codes, count, columns, wanted);
  return mutual(indices, conditional(squares, count, wanted, perplexity), count, wanted);
}

test("neighbours are those that measuring every pair gives", () => {
  const [count, columns, wanted] = [40, 3, 5];
  const codes = groups(count, columns);
  const { indices, squares } = neighboursOf(codes, count, columns, wanted);
  const square = (one, other) =>
    [0, 1, 2].reduce((sum, column) => sum + (codes[3 * one + column] - codes[3 * other + column]) ** 2, 0);
  for (let row = 0; row < count; row += 1) {
    const others = [...Array(count).keys()].filter((other) => other !== row);
    const expected = others.sort((one, other) => square(row, one) - square(row, other)).slice(0, wanted);
    assert.deepEqual(new Set(indices.subarray(row * wanted, (row + 1) * wanted)), new Set(expected));
    assert.ok(squares[row * wanted] >= squares[row * wanted + 1], "the farthest stands first");
  }
});

test("a code's choice is as uncertain as the perplexity says", () => {
  const { squares } = neighboursOf(groups(60, 3), 60, 3, 15);
  const probabilities = conditional(squares, 60, 15, 5);
  for (let row = 0; row < 60; row += 1) {
    const own = probabilities.subarray(row * 15, (row + 1) * 15);
    const entropy = own.reduce((sum, value) => sum - (value ? value * Math.log(value) : 0), 0);
    assert.ok(Math.abs(Math.exp(entropy) - 5) < 1e-4);
    assert.ok(Math.abs(own.reduce((sum, value) => sum + value, 0) - 1) < 1e-9);
  }
});

test("mutual probabilities are symmetric and add up to one", () => {
  const { starts, others, weights } = affinitiesOf(groups(60, 3), 60, 3, 5);
  const pairs = new Map();
  for (let row = 0; row < 60; row += 1) {
    for (let at = starts[row]; at < starts[row + 1]; at += 1) pairs.set(`${row} ${others[at]}`, weights[at]);
  }
  for (const [pair, weight] of pairs)
    assert.ok(Math.abs(pairs.get(pair.split(" ").reverse().join(" ")) - weight) < 1e-15);
  assert.ok(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9);
});

test("the quad tree with theta near zero adds up all pairs exactly", () => {
  const count = 50;
  const dice = new Dice(7);
  const places = Float64Array.from({ length: 2 * count }, () => dice.normal());
  const tree = new QuadTree(count);
  tree.build(places);
  const forces = new Float64Array(2 * count);
  const total = tree.repel(places, 1e-6, forces);
  let [sum, force] = [0, 0];
  for (let one = 0; one < count; one += 1) {
    for (let other = 0; other < count; other += 1) {
      const [dx, dy] = [places[2 * one] - places[2 * other], places[2 * one + 1] - places[2 * other + 1]];
      const q = 1 / (1 + dx * dx + dy * dy);
      if (one !== other) sum += q;
      if (one === 0) force += q * q * dx;
    }
  }
  assert.ok(Math.abs(total - sum) < 1e-9);
  assert.ok(Math.abs(forces[0] - force) < 1e-9);
});

test("the quad tree bears points on top of each other and makes room", () => {
  const places = new Float64Array(400).fill(0.25);
  for (let at = 0; at < 40; at += 1) places[at] = at * 1e-9;
  const tree = new QuadTree(200);
  tree.build(places);
  const total = tree.repel(places, 0.5, new Float64Array(400));
  assert.ok(total > 0 && Number.isFinite(total));
});

test("a descent lowers the cost and keeps the map centred", () => {
  const [count, columns] = [80, 3];
  const codes = groups(count, columns);
  const start = startPlaces(codes, count, columns, SETTINGS);
  const descent = new Descent(affinitiesOf(codes, count, columns, 8), start, SETTINGS);
  const before = descent.cost();
  for (let step = 0; step < 300; step += 1) descent.step();
  assert.ok(descent.cost() < before);
  assert.ok(!descent.exaggerating);
  const middle = descent.places.reduce((sum, value, at) => sum + (at % 2 ? 0 : value), 0) / count;
  assert.ok(Math.abs(middle) < 1e-9);
});

test("groups of codes become groups on the map", () => {
  const [count, columns] = [80, 3];
  const codes = groups(count, columns);
  const descent = new Descent(
    affinitiesOf(codes, count, columns, 8),
    startPlaces(codes, count, columns, SETTINGS),
    SETTINGS,
  );
  for (let step = 0; step < 400; step += 1) descent.step();
  const label = (row) => (row < count / 2 ? 0 : 1);
  const { indices } = neighboursOf(new Float32Array(descent.places), count, 2, 5);
  const alike = indices.filter((other, at) => label(other) === label(Math.floor(at / 5))).length;
  assert.equal(alike, indices.length);
});

test("the start is the same for the same seed, small, and along the principal axis", () => {
  const codes = groups(60, 4);
  const places = startPlaces(codes, 60, 4, SETTINGS);
  assert.deepEqual(places, startPlaces(codes, 60, 4, SETTINGS));
  const first = places.filter((_, at) => at % 2 === 0);
  assert.ok(Math.max(...first.map(Math.abs)) < 1e-3);
  assert.notEqual(Math.sign(first[0]), Math.sign(first[59]));
  assert.notDeepEqual(places, startPlaces(codes, 60, 4, { start: "random", seed: 0 }));
});

test("pure noise is standard normal and not the start's numbers", () => {
  const noise = noiseLike(1000, 5, 0);
  assert.ok(Math.abs(noise.reduce((sum, value) => sum + value, 0) / noise.length) < 0.05);
  assert.notEqual(noise[0], Math.fround(new Dice(0).normal()));
});

test("spreads and distances are relative to their average", () => {
  const rows = byClass(new Uint8Array([0, 0, 1, 1, 2, 2]), 3);
  assert.deepEqual(rows, [
    [0, 1],
    [2, 3],
    [4, 5],
  ]);
  const { spreads, distances } = measure([0, 0, 2, 0, 10, 0, 14, 0, 0, 30, 0, 36], 2, rows);
  assert.deepEqual(spreads, [0.5, 1, 1.5]);
  assert.ok(Math.abs(distances.reduce((sum, value) => sum + value) / 3 - 1) < 1e-12);
});

test("rank correlation is 1 for the same order, -1 for the reverse", () => {
  assert.equal(rankCorrelation([1, 2, 5], [10, 30, 40]), 1);
  assert.equal(rankCorrelation([1, 2, 5], [40, 30, 10]), -1);
});

test("the square around points holds all of them", () => {
  assert.deepEqual(squareAround([0, 0, 4, 2]), { x: 2, y: 1, side: 4 });
});

test("of earlier maps six are kept, one for each way of making it", () => {
  const map = (seed) => ({
    settings: { ...SETTINGS, perplexity: 30, noise: false, seed },
    title: "A",
    places: new Float32Array(4),
    labels: null,
    iteration: 300,
    cost: 1,
  });
  let list = [];
  for (const seed of [0, 1, 2, 3, 4, 5, 6, 6]) list = remember(list, map(seed));
  assert.deepEqual(
    list.map(({ settings }) => settings.seed),
    [1, 2, 3, 4, 5, 6],
  );
  assert.deepEqual(howMade(map(1)), ["Perplexity 30", "A", "2 codes, seed 1"]);
});

test("what has changed is said in words", () => {
  const run = { settings: { ...SETTINGS, perplexity: 30, noise: false }, material: "a", title: "A", count: 500 };
  const other = { ...run, settings: { ...run.settings, perplexity: 5, noise: true } };
  assert.equal(changes(run, other), "Begun anew: perplexity 5, pure noise.");
  assert.equal(changes(run, { ...run, material: "b", count: 2000 }), "Begun anew: 2,000 codes.");
  assert.ok(equal(run, { ...run }) && !equal(run, other));
});

test("the codes of three choices are kept", () => {
  const material = { columns: 1, codes: new Float32Array(1), labels: new Uint8Array(1) };
  for (const key of ["a", "b", "c", "a", "d"]) keepMaterial(key, material);
  assert.equal(materialOf("b"), undefined);
  assert.ok(materialOf("a") && materialOf("c") && materialOf("d"));
});
