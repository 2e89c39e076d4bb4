import assert from "node:assert/strict";
import { test } from "node:test";
import { Raster } from "../../ui/components/shared/drawing/raster.js";
import { fetchOrder, Round } from "../../ui/components/shared/rebuilding/plan.js";

const model = (name, bytes) => ({ name, bytes, address: name, code: 2 });
const SMALL = model("small", 1000);
const MIDDLE = model("middle", 100_000);
const LARGE = model("large", 5_000_000);
const names = (networks) => networks.map(({ name }) => name);

test("the chosen model is fetched first, then the smallest; each once", () => {
  assert.deepEqual(names(fetchOrder([LARGE], [MIDDLE, LARGE, SMALL], false)), ["large", "small", "middle"]);
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
