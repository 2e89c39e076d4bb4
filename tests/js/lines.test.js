// Axes of lines: where numbers stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf, scale } from "../../ui/components/lines/axis.js";
import { apart, ends, roomFor } from "../../ui/components/lines/series.js";

test("numbers stand where an axis has them, evenly or by their logarithms", () => {
  const even = scale({ title: "", low: 10, high: 30, ticks: [], logarithmic: false });
  assert.deepEqual([10, 15, 30].map(even), [0, 0.25, 1]);
  const logarithmic = scale({ title: "", low: 0.01, high: 100, ticks: [], logarithmic: true });
  assert.ok(Math.abs(logarithmic(1) - 0.5) < 1e-12);
  assert.ok(Math.abs(logarithmic(10) - 0.75) < 1e-12);
});

test("the title of an axis is divided where a phone has no room for it", () => {
  const title = "Error of the copy; each mark is ten times the one before";
  assert.deepEqual(rowsOf(title, 600), [title]);
  assert.deepEqual(rowsOf(title, 252), ["Error of the copy; each mark is ten", "times the one before"]);
  assert.deepEqual(rowsOf("Perplexity", 10), ["Perplexity"]);
});

test("titles of lines that end at one place are moved apart, and others stay", () => {
  const ends = [{ y: 10 }, { y: 50 }, { y: 51 }, { y: 52 }];
  apart(ends);
  assert.equal(ends[0].y, 10);
  const gaps = ends.slice(1).map(({ y }, at) => y - ends[at].y);
  assert.ok(gaps.every((gap) => gap > 14.5));
  assert.ok(Math.abs(ends[2].y - 51) < 1);
});

test("titles stand beside the lines where there is room, and above them on a phone", () => {
  const line = { points: [], look: "series0", title: "Pixels", spread: [] };
  assert.ok(roomFor([line], 700) > 40);
  assert.equal(roomFor([line], 360), 0);
  assert.equal(roomFor([], 700), 0);
});

test("who does not see the lines hears where each begins and ends", () => {
  const line = (title, points) => ({ title, points, look: "series0", spread: [] });
  assert.equal(ends([]), "");
  const words = ends([
    line("Pixels", [
      [50, 66.6],
      [100, 74.9],
      [500, 85.6],
    ]),
    line("PCA", [[50, 65.5]]),
  ]);
  assert.equal(words, " From left to right, Pixels: 66.6 to 85.6; PCA: 65.5 to 65.5.");
});
