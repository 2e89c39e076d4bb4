import assert from "node:assert/strict";
import { test } from "node:test";
import { Courier } from "../../ui/components/shared/courier.js";

/** A courier of 10 ms that notes what it brings. */
function noting(event) {
  const brought = [];
  return { courier: new Courier(10, (serial, live) => brought.push([serial, live]), event), brought };
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("a hand that rests is brought at once", () => {
  const { courier, brought } = noting();
  courier.send(false);
  courier.send(false);
  assert.deepEqual(brought, [
    [1, false],
    [2, false],
  ]);
});

test("while the hand moves the newest waits for the answer to the last", async () => {
  const { courier, brought } = noting();
  courier.send(true);
  courier.send(true);
  courier.send(true);
  assert.deepEqual(brought, [[1, true]]);
  await pause(15);
  assert.equal(brought.length, 1);
  courier.answer(1);
  assert.deepEqual(brought, [
    [1, true],
    [2, true],
  ]);
  courier.remove();
});

test("after an answer it keeps the pause between two messages", async () => {
  const { courier, brought } = noting();
  courier.send(true);
  courier.answer(1);
  courier.send(true);
  assert.equal(brought.length, 1);
  await pause(20);
  assert.equal(brought.length, 2);
  courier.remove();
});

test("what waits falls when it is out of date", async () => {
  const { courier, brought } = noting();
  courier.send(true);
  courier.send(true);
  courier.drop(7);
  await pause(15);
  assert.deepEqual(brought, [[1, true]]);
  courier.send(false);
  assert.deepEqual(brought.at(-1), [8, false]);
});

test("it hears answers from the page until it is removed", () => {
  const target = new EventTarget();
  globalThis.addEventListener = target.addEventListener.bind(target);
  globalThis.removeEventListener = target.removeEventListener.bind(target);
  const { courier } = noting("answered");
  target.dispatchEvent(new CustomEvent("answered", { detail: 3 }));
  assert.equal(courier.answered, 3);
  courier.remove();
  target.dispatchEvent(new CustomEvent("answered", { detail: 9 }));
  assert.equal(courier.answered, 3);
});
