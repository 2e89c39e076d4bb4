// The latent plane's window on its way to another.

import assert from "node:assert/strict";
import { test } from "node:test";
import { between } from "../../ui/components/plane/glide.js";

test("a window glides evenly from one size to another, and ends where it should", () => {
  const [near, far] = [
    { x: 0, y: 0, half: 4 },
    { x: 10, y: -10, half: 64 },
  ];
  assert.deepEqual(between(near, far, 0), near);
  assert.deepEqual(between(near, far, 1), far);
  const middle = between(near, far, 0.5);
  assert.ok(Math.abs(middle.half - 16) < 1e-9);
  assert.ok(Math.abs(middle.x - 2) < 1e-9, "what is in the middle stays in view while it grows");
  assert.deepEqual(between(near, { x: 2, y: 0, half: 4 }, 0.5), { x: 1, y: 0, half: 4 });
});
