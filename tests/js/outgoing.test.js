// What is too large for the server or for a field is said beforehand, and nothing of it is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { refusal } from "../../ui/components/connection/pasted.js";
import { mounting } from "../../ui/components/shared/mount.js";
import { MOST, UNSENT } from "../../ui/components/shared/outgoing.js";

function placed() {
  const said = [];
  const sent = [];
  const parentElement = Object.assign(new EventTarget(), { isConnected: true });
  globalThis.document = /** @type {any} */ (new EventTarget());
  document.addEventListener(UNSENT, (/** @type {any} */ { detail }) => said.push(detail));
  let component;
  const mount = mounting(() => ({ update: (/** @type {any} */ given) => (component = given) }));
  mount(/** @type {any} */ ({ parentElement, data: 1, setStateValue: (...message) => sent.push(message) }));
  return { component, said, sent };
}

test("a drawing that the server would refuse is not sent, and said so until one fits", () => {
  const { component, said, sent } = placed();
  const strokes = Array.from({ length: 700 }, () => Array(1200).fill(1000));
  assert.ok(JSON.stringify(strokes).length > MOST);
  component.setStateValue("drawing", strokes);
  assert.deepEqual(sent, []);
  assert.match(said[0], /too large for the server: 4\.2 MB of at most 3\.0 MB\..*not been sent\. Undo/);
  component.setStateValue("drawing", strokes.slice(0, 400));
  assert.equal(sent[0][1].length, 400);
  assert.equal(said[1], "");
  assert.equal(component.setTriggerValue, undefined);
});

/** @returns {ClipboardEvent} of a field that has 80 of 800 characters, 30 of them selected */
function pasting(length, count = "80/800") {
  const field = { querySelector: () => ({ textContent: count }) };
  const target = { value: "x".repeat(80), selectionStart: 0, selectionEnd: 30, closest: () => field };
  return /** @type {any} */ ({ target, clipboardData: { getData: () => "y".repeat(length) } });
}

test("a text that does not fit into its field is refused with both numbers", () => {
  assert.equal(refusal(pasting(750)), "");
  assert.match(refusal(pasting(2451)), /has 2,501 characters; the field holds 800\. It stays as it was\. Paste/);
  assert.equal(refusal(pasting(5000, "Press Enter")), "");
  assert.equal(refusal(/** @type {any} */ ({ target: document, clipboardData: { getData: () => "y" } })), "");
});
