import assert from "node:assert/strict";
import { test } from "node:test";
import { Raster } from "../../ui/components/shared/drawing/raster.js";
import { Network } from "../../ui/components/shared/network/network.js";
import { PIXELS, pictureAt } from "../../ui/components/shared/picture.js";
import { extrasOf } from "../../ui/components/shared/rebuilding/extras.js";
import { fetchOrder, Round } from "../../ui/components/shared/rebuilding/plan.js";

const model = (name, bytes) => ({ name, bytes, address: name, code: 2 });
const SMALL = model("small", 1000);
const MIDDLE = model("middle", 100_000);
const LARGE = model("large", 5_000_000);
const names = (networks) => networks.map(({ name }) => name);

test("small models are fetched first, then the chosen one, then the others; each once", () => {
  const other = model("other", 900_000);
  const order = (chosen) => names(fetchOrder([chosen], [other, MIDDLE, LARGE, SMALL], false));
  assert.deepEqual(order(LARGE), ["small", "middle", "large", "other"]);
  assert.deepEqual(order(MIDDLE), ["middle", "small", "other", "large"]);
});

test("where data is to be saved, no large model is fetched", () => {
  assert.deepEqual(names(fetchOrder([LARGE], [MIDDLE, SMALL], true)), ["small", "middle"]);
});

const round = () => {
  const made = new Round();
  made.models = ["chosen", "one", "other"].map((name) => ({ name, chosen: name === "chosen" }));
  return made;
};
const all = () => true;

test("all models see a drawing once, the chosen one first", () => {
  const models = round();
  models.begin(1);
  assert.deepEqual(
    [1, 2, 3, 4].map(() => models.next(all)),
    ["chosen", "one", "other", null],
  );
});

test("a new drawing begins with the chosen model, and the others go on where they were", () => {
  const models = round();
  models.begin(1);
  assert.deepEqual([models.next(all), models.next(all)], ["chosen", "one"]);
  models.begin(2);
  assert.deepEqual([models.next(all), models.next(all), models.next(all)], ["chosen", "other", "one"]);
});

test("a hand that never rests leaves no model out, however slow the computer is", () => {
  const models = round();
  const seen = { chosen: 0, one: 0, other: 0 };
  for (let drawing = 1; drawing <= 300; drawing += 1) {
    models.begin(drawing);
    const name = models.next(all);
    seen[name] += 1;
    models.took(name, name === "chosen" ? 20 : 10);
  }
  assert.ok(Math.min(...Object.values(seen)) > 60, JSON.stringify(seen));
});

test("a model that has not arrived is left out, and no drawing wakes nobody", () => {
  const models = round();
  assert.equal(models.next(all), null);
  models.begin(1);
  assert.equal(
    models.next((name) => name === "other"),
    "other",
  );
});

test("strokes that grow are the same pixels as strokes that come at once, and undone ones leave nothing", () => {
  const strokes = [
    [100, 100, 300, 500, 700, 200],
    [500, 500, 520, 900],
  ];
  const whole = new Raster().of(strokes);
  const raster = new Raster();
  raster.of([[100, 100]]);
  raster.of([[100, 100, 300, 500]]);
  raster.of([strokes[0], [500, 500]]);
  assert.deepEqual(raster.of(strokes), whole);
  assert.deepEqual(raster.of([strokes[0]]), new Raster().of([strokes[0]]));
  const grown = [[100, 100]];
  raster.of(grown);
  grown[0].push(300, 500);
  assert.deepEqual(raster.of(grown), new Raster().of(grown), "in place too");
});

/** A code of two numbers becomes a picture of which each fills one half. */
const twoHalves = () => {
  const weights = Uint8Array.from({ length: 4 * PIXELS }, (_, byte) => {
    const [high, number] = [byte >= 2 * PIXELS, byte % (2 * PIXELS)];
    const ofUnit = number % 2 === Number(number >= PIXELS); // the second half of the pixels is the second unit's
    return high && ofUnit ? 0x3c : 0; // float16 of one: 0x3c00
  });
  return new Network([{ kind: "dense", rows: PIXELS, columns: 2 }], weights, new Float32Array(PIXELS));
};
const halvesOf = (picture) => [picture[0], picture[PIXELS - 1]];

test("units that are off put out something else, together and each by itself", () => {
  const model = { encoder: null, decoder: twoHalves(), code: 2 };
  const made = { ink: null, code: new Float32Array([3, 5]) };
  const extra = { kind: /** @type {const} */ ("units"), off: [0, 1], each: [1, 0], instead: [7, 9] };
  const { units } = extrasOf(made, { units: extra }, model);
  const pictures = [0, 1, 2].map((frame) => halvesOf(pictureAt(units, frame)));
  assert.deepEqual(pictures, [
    [7, 9],
    [3, 9],
    [7, 5],
  ]);
});

test("maps are what layers put out, one layer after the other", () => {
  const doubling = () =>
    new Network(
      [2, 3].map((factor) => ({ kind: "scaling", factor, shift: 0 })),
      new Uint8Array(0),
      new Float32Array(0),
    );
  const model = { encoder: doubling(), decoder: doubling(), code: 2 };
  const made = { ink: new Float32Array([1, 2]), code: new Float32Array([10]) };
  const places = [
    { half: /** @type {const} */ ("encoder"), step: 0 },
    { half: /** @type {const} */ ("decoder"), step: 1 },
  ];
  const { maps } = extrasOf(made, { maps: { kind: "maps", places } }, model);
  assert.deepEqual([...maps], [2, 4, 60]);
});

test("rows are a code after every row, then a picture of each", () => {
  const plain = (layers) => new Network(layers, new Uint8Array(0), new Float32Array(0));
  const encoder = plain([
    { kind: "scaling", factor: 10, shift: 0 },
    { kind: "last", size: 1 },
  ]);
  const model = { encoder, decoder: plain([{ kind: "repeat", times: 784 }]), code: 1 };
  const made = { ink: new Float32Array([1, 2, 3]), code: new Float32Array([30]) };
  const { rows } = extrasOf(made, { rows: { kind: "rows" } }, model);
  assert.deepEqual([...rows.subarray(0, 3)], [10, 20, 30]);
  assert.equal(rows.length, 3 + 3 * 784);
  assert.deepEqual([rows[3], rows[3 + 784], rows.at(-1)], [10, 20, 30]);
});
