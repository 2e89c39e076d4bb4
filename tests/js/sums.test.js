// Partial sums of principal components, as they are added up in the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rebuiltFrom } from "../../ui/components/component_sum/partial.js";
import { Unanswered } from "../../ui/components/shared/unanswered.js";

test("a picture is the mean and all that was added so far", () => {
  const steps = [128, 255, 1].flatMap((byte) => new Array(784).fill(byte));
  const all = rebuiltFrom(new Uint8Array(784).fill(51), Uint8Array.from(steps), [1e-6, 0.4, 0.2]);
  assert.deepEqual([all[0], all[784], all[2 * 784]], [51, 153, 102]);
});

test("late answers to a quick hand are no news, and a link is", () => {
  const unanswered = new Unanswered();
  assert.equal(unanswered.isNews(10), true, "the first word of the page");
  for (const value of [0, 1, 2, 3]) unanswered.tell(value);
  assert.deepEqual(
    [0, 2, 2, 3].map((value) => unanswered.isNews(value)),
    [false, false, false, false],
  );
  assert.equal(unanswered.isNews(7), true);
  assert.equal(unanswered.isNews(7), false);
});
