import assert from "node:assert/strict";
import { test } from "node:test";
import { verdict } from "../../ui/components/denoising_passes/verdict.js";

/** @type {[number[], string[], string][]} errors; what is said of them, and what is not */
const CASES = [
  [[0.1, 0.01, 0.02, 0.03], ["0.1000 to 0.0100", "all the help", "Every later step", "3.0 times"], "on the whole"],
  [[0.1, 0.01, 0.03, 0.02], ["all the help", "on the whole"], "Every later"],
  [[0.1, 0.02, 0.01, 0.012], ["after step 2", "50% less", "20% larger"], "all the help"],
  [[0.1, 0.02, 0.0198, 0.03], ["after step 2", "hardly better"], "all the help"],
  [[0.1, 0.02, 0.015, 0.01], ["after step 3", "never rises"], "harm"],
  [[0.1, 0.01, 0.0101, 0.0102], ["all the help", "next to nothing"], "harm"],
  [[0.001, 0.01, 0.02, 0.03], ["first step does harm", "left alone"], "all the help"],
];

for (const [errors, words, never] of CASES) {
  test(`the verdict follows the errors ${errors.join(", ")}`, () => {
    const said = verdict({ errors, best: errors.indexOf(Math.min(...errors)) });
    for (const word of words) assert.ok(said.includes(word), said);
    assert.ok(!said.includes(never), said);
  });
}
