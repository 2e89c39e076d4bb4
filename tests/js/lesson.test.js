import assert from "node:assert/strict";
import { test } from "node:test";
import { csvOf, fileName, fileOf, readFile, score, tableOf } from "../../ui/components/lesson/answers_file.js";
import { blank, checked, countDone, entryOf, withStep } from "../../ui/components/lesson/record.js";
import { outline } from "../../ui/components/lesson/shade.js";
import { isSeen } from "../../ui/components/lesson/tasks.js";
import { beaten } from "../../ui/components/lesson/trained.js";
import { guessWords, verdict } from "../../ui/components/lesson/verdict.js";

const INK = Buffer.alloc(784, 7).toString("base64");
const PERCENT = { kind: "value", low: 0, high: 100, step: 5, unit: "% of it" };
const WAYS = { kind: "choice", options: { blur: "Only a blur", copy: "A copy" } };
const STEPS = [
  { number: "1", title: "Bottleneck", question: "How few?", guess: WAYS },
  { number: "2", title: "Noise", question: "How much?", guess: PERCENT },
];
const QUESTIONS = [
  { name: "task", asks: "What?", options: { copy: "To copy", name: "To name" }, right: "copy", step: "1" },
  { name: "noise", asks: "Why?", options: { blur: "It blurs", clean: "It knows" }, right: "clean", step: "2" },
];

function walked() {
  const outcome = { text: "It came back.", answer: "copy", pictures: [{ caption: "yours", ink: INK }] };
  const begun = { ...blank(), name: "Ada", before: { task: "name" }, after: { task: "copy", noise: "clean" } };
  const guessed = withStep(begun, "1", { guess: { kind: "choice", choice: "blur" }, outcome });
  return withStep(guessed, "2", { guess: { kind: "value", value: 40 } });
}

test("a step is done when something happened, not when it was guessed", () => {
  assert.equal(countDone(walked(), ["1", "2"]), 1);
  assert.equal(entryOf(walked(), "3").outcome, null);
  assert.equal(entryOf(walked(), "constructor").outcome, null);
});

test("what is kept comes back as it was, and so does a file", () => {
  assert.deepEqual(checked(JSON.parse(JSON.stringify(walked()))), walked());
  const shown = { ...walked(), marked: true, tries: 1, shows: true };
  assert.deepEqual(readFile(fileOf(shown, new Date(0))), shown);
});

test("answers to the questions go into the file only where the student wants them there", () => {
  const kept = readFile(fileOf(walked(), new Date(0)));
  assert.deepEqual([kept.before, kept.after], [{}, {}]);
  assert.deepEqual(kept.steps, walked().steps);
});

test("what a stranger wrote is cut to what makes sense", () => {
  for (const raw of [null, 3, "x", [], { steps: 3, name: {} }]) assert.deepEqual(checked(raw), blank());
  const strange = {
    name: "x".repeat(1000),
    steps: {
      1: { guess: { kind: "value", value: "7" }, outcome: { text: 3 } },
      2: {
        guess: { kind: "sketch", strokes: [[1, "a", 2], "b"] },
        outcome: { text: "so", answer: {}, pictures: [{ ink: "<svg>" }] },
      },
    },
  };
  const { name, steps } = checked(strange);
  assert.equal(name.length, 80);
  assert.deepEqual(steps[1], { guess: null, outcome: null, skipped: false });
  assert.deepEqual(steps[2].guess, { kind: "sketch", strokes: [[1, 2]] });
  assert.deepEqual(steps[2].outcome, { text: "so", answer: null, pictures: [] });
});

test("places that were judged come back, but for those that are nowhere", () => {
  const place = { network: "deep_2d", z1: -6.9, z2: 5.4, seen: "broken" };
  const kept = withStep(blank(), "5", { places: [place] });
  assert.deepEqual(checked(JSON.parse(JSON.stringify(kept))).steps[5].places, [place]);
  const strange = { steps: { 5: { places: [place, { ...place, z1: "7" }, null, { ...place, seen: 3, more: 1 }] } } };
  assert.deepEqual(checked(strange).steps[5].places, [place, { ...place, seen: "" }]);
  assert.equal(checked({ steps: { 5: { places: Array(99).fill(place) } } }).steps[5].places.length, 24);
});

test("a file of something else is refused with a remedy", () => {
  assert.throws(() => readFile("not json"), /no file of this lesson.*certificate/);
  assert.throws(() => readFile("{}"), /no file of this lesson/);
  assert.throws(() => readFile('{"kind": "aemodels lesson", "version": 9}'), /Another version/);
});

test("a file is called after the student, with nothing in its name that a folder could mean", () => {
  assert.equal(fileName({ ...blank(), name: " ../Ada L. " }), "autoencoder-lesson--Ada-L-.json");
  assert.equal(fileName(blank()), "autoencoder-lesson.json");
});

test("a class makes a table: a student a row, the guesses and answers in words", () => {
  const [head, ada, empty] = tableOf(
    [
      { lesson: walked(), file: "a.json" },
      { lesson: blank(), file: "b.json" },
    ],
    STEPS,
    QUESTIONS,
  );
  assert.equal(head.length, ada.length);
  assert.deepEqual(ada, ["Ada", 1, 0, 2, "Only a blur", "40 % of it", "To name", "To copy", "", "It knows"]);
  assert.deepEqual(empty.slice(0, 4), ["b.json", 0, "", ""]);
});

test("no cell of the table is a formula, and none breaks out of its cell", () => {
  const text = csvOf([["=SUM(A1)", 'so, "she" said', -3, "two\nlines"]]);
  assert.equal(text, '\uFEFF\'=SUM(A1),"so, ""she"" said",-3,"two\nlines"\r\n');
});

test("answers are counted only where there are any", () => {
  assert.equal(score(QUESTIONS, {}), "");
  assert.equal(score(QUESTIONS, { task: "name" }), 0);
});

test("a guess is told in words, and how near it came", () => {
  assert.equal(guessWords({ kind: "choice", choice: "blur" }, WAYS), "Only a blur");
  assert.equal(guessWords({ kind: "unknown" }, WAYS), "no guess");
  assert.equal(guessWords({ kind: "choice", choice: "constructor" }, WAYS), "no guess");
  assert.equal(verdict({ kind: "choice", choice: "copy" }, WAYS, "copy"), "You guessed it.");
  assert.equal(verdict({ kind: "value", value: 40 }, PERCENT, 40), "Exactly right.");
  assert.equal(verdict({ kind: "value", value: 40 }, PERCENT, 44), "Very close.");
  assert.equal(verdict({ kind: "value", value: 40 }, PERCENT, 52), "Not far off.");
  assert.match(verdict({ kind: "value", value: 40 }, PERCENT, 58), /surprise/);
  assert.match(verdict({ kind: "value", value: 40 }, PERCENT, 95), /surprise/);
  assert.equal(verdict({ kind: "value", value: 40 }, PERCENT, null), "");
  assert.equal(verdict(null, PERCENT, 40), "");
});

test("a training is done when it is better than PCA, and not before", () => {
  const shown = new Uint8Array(9 * 784);
  const run = (step, mse, pca) => ({
    run: { now: { step, held: { mse }, shown }, pca },
    settings: { batch: 64, code: 32 },
    given: new Uint8Array(9 * 784).fill(5),
  });
  assert.equal(beaten(run(0, 0.001, 0.01)), null);
  assert.equal(beaten(run(10, 0.02, 0.01)), null);
  assert.equal(beaten(run(10, 0.001, null)), null);
  assert.equal(beaten({ ...run(10, 0.001, 0.01), run: { now: undefined, pca: 0.1 } }), null);
  const outcome = beaten(run(417, 0.0062, 0.0063));
  assert.equal(outcome.answer, "some");
  assert.match(outcome.text, /26,688 pictures.*Yours is unlike them/);
  const { pictures } = checked({ steps: { 10: { outcome } } }).steps[10].outcome;
  assert.deepEqual(
    pictures.slice(0, 4).map(({ caption }) => caption),
    ["yours", "its copy", "a picture", "its copy"],
  );
  assert.equal(pictures.length, 8);
  assert.equal(pictures[0].ink, Buffer.alloc(784, 5).toString("base64"));
});

test("a browser that keeps nothing loses progress only with the page", async () => {
  const { change, isForgetful, lesson } = await import("../../ui/components/lesson/store.js");
  globalThis.document = /** @type {any} */ (new EventTarget());
  globalThis.localStorage = /** @type {any} */ ({
    getItem: () => null,
    setItem: () => {
      throw new Error("refused");
    },
  });
  assert.equal(isForgetful(), false);
  change((kept) => ({ ...kept, name: "Ada" }));
  assert.equal(lesson().name, "Ada");
  assert.equal(isForgetful(), true);
});

test("cells that are shaded fully have a line around them, but none along the border of the map", () => {
  assert.deepEqual(outline([0, 0, 0, 0.4, 1, 1, 0, 0, 0]), [
    [1, 1, 2, 1],
    [2, 1, 3, 1],
    [1, 1, 1, 2],
    [1, 2, 2, 2],
    [2, 2, 3, 2],
  ]);
});

test("the next place is seen if it is whole between the tasks and the screen's end, or an edge of one too high", () => {
  assert.ok(isSeen({ top: 130, bottom: 700 }, 120, 768));
  assert.ok(!isSeen({ top: 110, bottom: 600 }, 120, 768), "its upper edge is behind the tasks");
  assert.ok(!isSeen({ top: 500, bottom: 900 }, 120, 768));
  assert.ok(isSeen({ top: -200, bottom: 900 }, 120, 768), "there is no room for more");
  assert.ok(!isSeen({ top: -900, bottom: 150 }, 120, 768));
});
