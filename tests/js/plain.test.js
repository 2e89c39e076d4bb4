import assert from "node:assert/strict";
import { test } from "node:test";
import { plainly } from "../../ui/components/shared/plain.js";

const host = { dataset: {} };
const parentElement = /** @type {any} */ ({ getRootNode: () => ({ host }) });
const given = (data) => plainly((component) => component.data)({ parentElement, data });
const bytes = (text) => new Uint8Array([0, 0, 0, 0, ...new TextEncoder().encode(text)]);

test("plain data comes as it was, and a message with arrays as it is", () => {
  assert.deepEqual(given(bytes('{"strokes": [[1, 2]], "title": "ß"}')), { strokes: [[1, 2]], title: "ß" });
  assert.equal(given(bytes('"page"')), "page");
  const message = new Uint8Array([13, 0, 0, 0, ...new TextEncoder().encode('{"arrays":{}}')]);
  assert.equal(given(message), message);
  assert.equal(given(null), null);
});

test("a component is painted once it has its data, not when it has only learnt where they are fetched", () => {
  const header = new TextEncoder().encode('{"arrays": {}, "at": "kept/1"}');
  host.dataset = {};
  given(new Uint8Array([header.length, 0, 0, 0, ...header]));
  assert.deepEqual(host.dataset, {});
  given(bytes('"page"'));
  assert.deepEqual(host.dataset, { painted: "true" });
});
