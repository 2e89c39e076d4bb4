// Two pictures mixed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { blended } from "../../ui/components/interpolation/blend.js";

test("one picture fades into the other in even steps", () => {
  assert.deepEqual([...blended(Float32Array.of(0, 1), Float32Array.of(1, 1), 3)], [0, 255, 128, 255, 255, 255]);
});
