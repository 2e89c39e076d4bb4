import assert from "node:assert/strict";
import { test } from "node:test";
import { checked, DEFAULTS, PRESETS } from "../../ui/components/shared/learning/settings.js";
import { settingsOf, textsOf } from "../../ui/components/training/address.js";
import { History, MOST_FRAMES } from "../../ui/components/training/history.js";
import { runOf } from "../../ui/components/training/kept_run.js";
import { deepened, layersOf, resized } from "../../ui/components/training/layers.js";
import { park, takeParked } from "../../ui/components/training/parked.js";
import { RunState } from "../../ui/components/training/run_state.js";
import { errorsInView, shareUp, stepsInView, tickWords } from "../../ui/components/training/scale.js";
import { Trainer } from "../../ui/components/training/trainer.js";
import { changeWords, resultWords } from "../../ui/components/training/words.js";
import { FIELDS } from "../../ui/components/training_figures/choices.js";
import { inView } from "../../ui/components/training_figures/code_plane.js";
import { optionsOf, sheetChoices } from "../../ui/components/training_figures/options.js";

const frame = (step, more = {}) => /** @type {any} */ ({ step, held: { mse: 1 / (1 + step) }, train: null, ...more });

test("settings survive the address, and the usual ones leave no trace", () => {
  assert.deepEqual([...new Set(Object.values(textsOf(DEFAULTS)))], [""]);
  for (const { settings } of PRESETS) {
    const whole = checked(settings);
    assert.deepEqual(settingsOf(textsOf(whole)), whole);
  }
  assert.deepEqual(settingsOf({ widths: "none" }).widths, []);
  assert.equal(textsOf(checked({ widths: [256, 64] })).widths, "256,64");
});

test("nonsense in the address becomes the usual setting", () => {
  const texts = { rate: "soon", widths: "1,2,3", kind: "<script>", code: "1e9", seed: "-1", other: "x" };
  assert.deepEqual(settingsOf(texts), DEFAULTS);
  assert.deepEqual(settingsOf({ rate: "0.01", code: "nonsense" }), { ...DEFAULTS, rate: 0.01 });
});

test("every control offers what is usual, and every setting has a control or a place in the hourglass", () => {
  const names = FIELDS.map(({ name }) => name);
  assert.deepEqual(
    Object.keys(DEFAULTS).filter((name) => !names.includes(/** @type {any} */ (name))),
    ["widths"],
  );
  for (const { name, choices } of FIELDS) {
    if (choices?.length)
      assert.ok(
        choices.some(([value]) => value === DEFAULTS[name]),
        name,
      );
    for (const [value] of choices ?? []) assert.deepEqual(checked({ [name]: value })[name], value);
  }
});

test("a list offers a value that a link brings, in its order", () => {
  const choices = /** @type {[number, string][]} */ ([
    [1, "1"],
    [4, "4"],
  ]);
  assert.deepEqual(
    optionsOf(choices, 3).map(([value]) => value),
    [1, 3, 4],
  );
  assert.equal(optionsOf(choices, 4), choices);
  const sheet = { id: "digits", title: "Digits", address: "", count: 1797, classes: [] };
  assert.deepEqual(sheetChoices([sheet])[0], ["digits", "Digits (1,797)"]);
});

test("a history keeps the first and the newest frame, and no more than it may", () => {
  const history = new History();
  for (let step = 0; step <= 5000; step += 1) {
    history.add(frame(step));
    assert.equal(history.newest.step, step);
    assert.ok(history.frames.length <= MOST_FRAMES + 1);
  }
  const steps = history.frames.map(({ step }) => step);
  assert.equal(steps[0], 0);
  assert.ok(steps.length > MOST_FRAMES / 3);
  const gaps = new Set(steps.slice(1, -1).map((step, at) => step - steps[at]));
  assert.equal(gaps.size, 1);
  assert.equal(
    history.near(2501).step,
    steps.find((step) => Math.abs(step - 2501) <= [...gaps][0] / 2),
  );
});

test("a frame of the same step replaces the one before and keeps what training said", () => {
  const history = new History();
  history.add(frame(0));
  history.add(frame(7, { train: { mse: 3 } }));
  history.add(frame(7, { shown: "another picture" }));
  assert.equal(history.frames.length, 2);
  assert.deepEqual(history.newest.train, { mse: 3 });
  assert.equal(/** @type {any} */ (history.newest).shown, "another picture");
});

test("a run that has learnt something becomes the last one, another does not", () => {
  const run = new RunState();
  run.history.add(frame(0));
  run.anew();
  assert.deepEqual(run.last, []);
  run.history.add(frame(0));
  run.history.add(frame(9));
  run.back = 0;
  assert.equal(run.now.step, 0);
  run.anew();
  assert.deepEqual(
    run.last.map(({ step }) => step),
    [0, 9],
  );
  assert.equal(run.now, undefined);
});

test("PCA is beaten by what is learnt, and only once its error is known", () => {
  const run = new RunState();
  run.history.add(frame(0, { held: { mse: 0.001 } }));
  run.pca = 0.01;
  assert.equal(run.beatsPca, false);
  run.history.add(frame(5, { held: { mse: 0.02 } }));
  assert.equal(run.beatsPca, false);
  run.history.add(frame(9, { held: { mse: 0.002 } }));
  assert.equal(run.beatsPca, true);
  run.pca = null;
  assert.equal(run.beatsPca, false);
});

test("a run waits paused while other pages are shown, and goes on only with its own settings", () => {
  const told = [];
  const trainer = { order: (order) => told.push(order), end: () => told.push("end"), hear: null };
  const training = (steps, state = "running") => {
    const run = new RunState();
    for (const step of steps) run.history.add(frame(step));
    return /** @type {any} */ ({ settings: DEFAULTS, trainer, run, material: "pictures", state });
  };
  park(training([0]));
  assert.deepEqual([takeParked(DEFAULTS), told.splice(0)], [null, ["end"]], "nothing learnt, nothing kept");
  park(training([0, 8]));
  trainer.hear({ news: "progress", ...frame(9) });
  const taken = takeParked(DEFAULTS);
  assert.deepEqual(told.splice(0), ["pause"]);
  assert.equal(taken.run.history.newest.step, 9, "the last news comes when the page is gone");
  assert.equal(taken.state, "away");
  assert.equal(takeParked(DEFAULTS), null);
  park(training([0, 8], "paused"));
  assert.equal(takeParked({ ...DEFAULTS, code: 2 }), null);
  assert.deepEqual(told, ["pause", "end"]);
});

test("what was seen of a run comes back, and nonsense does not", () => {
  const copies = Buffer.alloc(8 * 784, 3).toString("base64");
  const kept = { pca: 0.0063, frames: [[0, 0.2, null], [64, 0.01, 0.02]], copies }; // biome-ignore format: pairs
  const run = runOf(kept);
  assert.ok(run.ended);
  assert.equal(run.now.held.mse, 0.01);
  assert.equal(run.now.shown[0], 3);
  run.anew();
  assert.equal(run.ended, false);
  assert.deepEqual(run.last.at(-1), { step: 64, error: 0.01 });
  for (const wrong of [{ frames: [] }, { frames: [[1, "x", null]] }, { copies: "AAAA" }, { pca: "low" }])
    assert.equal(runOf({ ...kept, ...wrong }), null);
});

test("the hourglass mirrors the encoder, and its layers grow and shrink by taps", () => {
  const settings = checked({ widths: [256, 64], code: 2 });
  const layers = layersOf(settings);
  assert.deepEqual(
    layers.map(({ width }) => width),
    [784, 256, 64, 2, 64, 256, 784],
  );
  assert.deepEqual(resized(settings, layers[1], true), { widths: [512, 64] });
  assert.deepEqual(resized(settings, layers[3], false), { code: 1 });
  assert.deepEqual(resized(checked({ code: 1 }), layers[3], false), { code: 1 });
  assert.deepEqual(deepened(settings, true), { widths: [256, 64, 32] });
  assert.deepEqual(deepened(settings, false), { widths: [256] });
  assert.deepEqual(deepened(checked({ widths: [] }), true), { widths: [128] });
  const shapes = [784, 1600, 400, 72, 32, 5, 32, 400, 1800, 784];
  const fixed = layersOf(checked({ network: "convolutional", code: 5 }), shapes);
  assert.equal(
    fixed.findIndex(({ what }) => what === "code"),
    5,
  );
  assert.ok(fixed.every(({ what }) => what !== "hidden"));
});

test("axes seldom move and hold what has to be in view", () => {
  assert.deepEqual([0, 100, 101, 450, 501, 3000].map(stepsInView), [100, 100, 200, 500, 1000, 5000]);
  const view = errorsInView([0.23, 0.004, Number.NaN, Infinity]);
  assert.deepEqual([view.low, view.high], [0.002, 0.5]);
  assert.deepEqual(view.ticks, [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]);
  const deep = errorsInView([0.00003, 0.2]);
  assert.deepEqual(deep.ticks, [0.0001, 0.001, 0.01, 0.1]);
  assert.deepEqual([view.apart, deep.apart], ["about half", "a tenth of"]);
  assert.deepEqual(deep.ticks.map(tickWords), ["≤ 0.0001", "0.001", "0.01", "0.1"]);
  assert.equal(shareUp(0.002, view), 0);
  assert.equal(shareUp(Number.NaN, view), 1);
});

test("the result says how good it is beside PCA and the last run", () => {
  const last = [
    { step: 0, error: 0.2 },
    { step: 400, error: 0.03 },
  ];
  const at = (step, mse, pca) => resultWords({ frame: frame(step, { held: { mse } }), pca, code: 32, last });
  assert.match(at(0, 0.23, 0.019), /^Before it has learnt anything, the error is 0\.2300 a pixel\. To beat: 0\.0190/);
  assert.match(
    at(300, 0.021, 0.019),
    /^After 300 steps the mean error on held-out pictures is 0\.0210 a pixel; PCA with as many numbers: 0\.0190\./,
  );
  assert.match(at(300, 0.021, 0.019), /The last run had 0\.0725 by then\.$/);
  assert.match(at(1, 0.01, 0.019), /^After 1 step .*PCA is beaten/);
  assert.doesNotMatch(at(500, 0.021, null), /PCA|last run/);
});

test("a few codes that lie far out do not squeeze the others", () => {
  const codes = Float32Array.from({ length: 400 }, (_, at) => Math.sin(at));
  codes.set([1e6, -1e6], 0);
  const places = inView(codes);
  assert.deepEqual(places.slice(2), codes.slice(2));
  assert.ok(places[0] > 1 && places[0] < 3 && places[1] < -1 && places[1] > -3);
});

test("a new run says what is new", () => {
  assert.equal(changeWords(DEFAULTS, { ...DEFAULTS }), "");
  assert.match(
    changeWords({ ...DEFAULTS, widths: [64] }, { ...DEFAULTS, widths: [], code: 2 }),
    /hidden layers none; code size 2/,
  );
});

test("news of a run that is over never arrives", () => {
  const sent = [];
  const heard = [];
  const worker = { postMessage: (message) => sent.push(message.order), terminate: () => {} };
  globalThis.Worker = /** @type {any} */ (
    class {
      constructor() {
        Object.assign(worker, { self: this });
        // biome-ignore lint/correctness/noConstructorReturn: a worker that only writes down what it is told
        return worker;
      }
    }
  );
  const trainer = new Trainer(
    (news) => heard.push(news.news + (news.step ?? "")),
    () => {},
  );
  const nothing = { pictures: new Uint8Array(0), labels: new Uint8Array(0) };
  const tell = (/** @type {any} */ data) => /** @type {any} */ (worker).onmessage({ data });
  trainer.begin(DEFAULTS, nothing, new Uint8Array(0));
  trainer.begin(DEFAULTS, nothing, new Uint8Array(0));
  tell({ news: "begun", step: 1 });
  tell({ news: "progress", step: 5 });
  tell({ news: "begun", step: 0 });
  tell({ news: "progress", step: 0 });
  trainer.rewind();
  tell({ news: "progress", step: 8 });
  tell({ news: "progress", step: 0 });
  assert.deepEqual(heard, ["begun0", "progress0", "progress0"]);
  assert.deepEqual(sent, ["begin", "begin", "rewind"]);
});
