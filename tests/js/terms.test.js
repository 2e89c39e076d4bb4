// Cards of terms, the search of the glossary, and the presenter's keys.

import assert from "node:assert/strict";
import { test } from "node:test";

import { matching } from "../../ui/components/glossary/matching.js";
import { isTaken, meaning } from "../../ui/components/standing_by/presenter/keys.js";
import { beside } from "../../ui/components/standing_by/terms/place.js";

const ROOM = { width: 390, height: 844 };
const CARD = { width: 272, height: 240 };
const line = (left, top) => ({ left, right: left + 60, top, bottom: top + 20 });

/** @param {string} key */
const pressed = (key, more = {}) => ({
  ...{ key, code: "", altKey: false, ctrlKey: false, metaKey: false, repeat: false },
  ...more,
});

/** An element of which some selectors are true. */
const like = (...kinds) => ({ matches: (selector) => selector.split(", ").some((one) => kinds.includes(one)) });

test("a card stands below its link, within the window", () => {
  const at = beside(line(100, 300), line(100, 300), CARD, ROOM);
  assert.deepEqual(at, { left: 8, top: 326 });
  assert.equal(beside(line(340, 300), line(340, 300), CARD, ROOM).left, ROOM.width - 8 - CARD.width);
});

test("a card at the end of the window stands above, and never on what it explains", () => {
  for (const top of [0, 200, 400, 600, 700, 820]) {
    const first = line(150, top);
    const last = line(10, top + 24); // the link goes on in the next line
    const at = beside(first, last, CARD, ROOM);
    assert.ok(at.top >= last.bottom || at.top + CARD.height <= first.top);
  }
  assert.equal(beside(line(100, 800), line(100, 800), CARD, ROOM).top, 800 - 6 - CARD.height);
});

test("terms are found by parts of words, in title or definition", () => {
  const terms = [
    { title: "Prior", definition: "A cloud around zero." },
    { title: "KL divergence", definition: "How far from the prior." },
  ];
  assert.deepEqual(matching(terms, "  "), terms);
  assert.deepEqual(matching(terms, "PRIO"), terms);
  assert.deepEqual(matching(terms, "kl prior"), [terms[1]]);
  assert.deepEqual(matching(terms, "zebra"), []);
});

test("a clicker and arrows lead on, but only while a page is presented", () => {
  for (const [key, deed] of [
    ["PageDown", "next"],
    ["ArrowRight", "next"],
    ["PageUp", "back"],
    ["ArrowLeft", "back"],
    ["Escape", "leave"],
    ["N", "notes"],
    ["q", "qr"],
  ]) {
    assert.equal(meaning(pressed(key), true), deed);
    assert.equal(meaning(pressed(key), false), null);
    assert.equal(meaning(pressed(key, { ctrlKey: true }), true), null);
    assert.equal(meaning(pressed(key, { repeat: true }), true), null);
  }
  assert.equal(meaning(pressed("π", { code: "KeyP", altKey: true }), false), "toggle");
  assert.equal(meaning(pressed("x"), true), null);
});

test("keys belong to a field, a canvas, or buttons that arrows move along", () => {
  assert.equal(isTaken(null, "next", "PageDown"), false);
  assert.equal(isTaken(like("canvas"), "next", "PageDown"), true);
  assert.equal(isTaken(like("input"), "notes", "n"), true);
  assert.equal(isTaken(like("input"), "leave", "Escape"), false);
  assert.equal(isTaken(like("input"), "toggle", "p"), false);
  assert.equal(isTaken(like("[role=combobox]"), "leave", "Escape"), true);
  assert.equal(isTaken(like("[role=radio]"), "next", "ArrowRight"), true);
  assert.equal(isTaken(like("[role=radio]"), "next", "PageDown"), false);
  assert.equal(isTaken(like("button"), "next", "ArrowRight"), false);
});
