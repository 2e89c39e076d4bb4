import assert from "node:assert/strict";
import { test } from "node:test";
import { plainly } from "../../ui/components/shared/plain.js";

const given = (data) => plainly((component) => component.data)({ parentElement: null, data });
const bytes = (text) => new Uint8Array([0, 0, 0, 0, ...new TextEncoder().encode(text)]);

test("plain data comes as it was, and a message with arrays as it is", () => {
  assert.deepEqual(given(bytes('{"strokes": [[1, 2]], "title": "ß"}')), { strokes: [[1, 2]], title: "ß" });
  assert.equal(given(bytes('"page"')), "page");
  const message = new Uint8Array([2, 0, 0, 0, 123, 125]);
  assert.equal(given(message), message);
  assert.equal(given(null), null);
});
