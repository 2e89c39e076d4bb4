import assert from "node:assert/strict";
import { test } from "node:test";
import { mounting } from "../../ui/components/shared/mount.js";

function place() {
  return /** @type {any} */ (Object.assign(new EventTarget(), { isConnected: true }));
}

function counted() {
  const seen = { made: 0, removed: 0, updates: 0 };
  const make = () => {
    seen.made += 1;
    return { update: () => (seen.updates += 1), remove: () => (seen.removed += 1) };
  };
  return { seen, mount: mounting(make) };
}

const later = () => new Promise((resolve) => setTimeout(resolve));

test("a widget lives on when an older call is cleaned up after news has come", async () => {
  const { seen, mount } = counted();
  const parentElement = place();
  const first = mount({ parentElement, data: 1 });
  mount({ parentElement, data: 2 });
  first();
  await later();
  assert.deepEqual(seen, { made: 1, removed: 0, updates: 2 });
});

test("a widget goes with its element, whichever call is cleaned up", async () => {
  for (const last of [true, false]) {
    const { seen, mount } = counted();
    const parentElement = place();
    const ends = [mount({ parentElement, data: 1 }), mount({ parentElement, data: 2 })];
    ends[last ? 1 : 0]();
    parentElement.isConnected = false;
    await later();
    assert.equal(seen.removed, 1);
    mount({ parentElement, data: 3 });
    assert.equal(seen.made, 2);
  }
});
