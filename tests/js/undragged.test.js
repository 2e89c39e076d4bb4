// All that is dragged elsewhere, without dragging: by keys, single taps and buttons.

import assert from "node:assert/strict";
import { test } from "node:test";
import { turnByHand } from "../../ui/components/cloud/turning.js";
import { Corners } from "../../ui/components/code_map/corners.js";
import { KeyPen, where } from "../../ui/components/shared/key_pen.js";
import { afterTap, NO_LINE } from "../../ui/components/shared/taps.js";

/** A paper that notes what is done with it. */
function paper() {
  const noted = { strokes: [], drawn: 0, lifted: 0, said: [] };
  const pen = new KeyPen(
    {
      begin: (point) => {
        noted.strokes.push([...point]);
        return noted.strokes.at(-1);
      },
      draw: () => {
        noted.drawn += 1;
      },
      lift: () => {
        noted.lifted += 1;
      },
    },
    () => {},
    (words) => noted.said.push(words),
  );
  const press = (key, more = {}) => pen.press({ key, ...more });
  const tap = (key, more) => {
    const meant = press(key, more);
    pen.release(key);
    return meant;
  };
  return { noted, pen, press, tap };
}

test("arrow keys move the pen, and draw only while it is down", () => {
  const { noted, pen, tap } = paper();
  tap("ArrowLeft");
  assert.deepEqual(pen.place, [460, 500]);
  assert.equal(noted.strokes.length, 0);
  tap(" ");
  tap("ArrowDown");
  tap("ArrowRight", { shiftKey: true });
  assert.deepEqual(noted.strokes, [[460, 500, 460, 540, 470, 540]]);
  assert.equal(noted.drawn, 3);
  assert.equal(noted.lifted, 0, "nothing rests before the pen is up");
  tap("Enter");
  assert.equal(noted.lifted, 1);
  tap("ArrowDown");
  assert.equal(noted.strokes[0].length, 6);
  assert.deepEqual(noted.said, ["Pen down, middle.", "Pen up, middle."]);
});

test("two arrows held down lead aslant, and the edge of the paper ends the way", () => {
  const { pen, press, tap } = paper();
  press("ArrowUp");
  press("ArrowRight");
  assert.deepEqual(pen.place, [540, 420]);
  pen.release("ArrowUp");
  pen.release("ArrowRight");
  for (let times = 0; times < 40; times += 1) tap("ArrowLeft");
  assert.deepEqual(pen.place, [0, 420]);
  assert.equal(where(pen.place), "left");
  assert.equal(where([900, 900]), "bottom right");
});

test("at the edge a line does not grow", () => {
  const { noted, tap } = paper();
  for (let times = 0; times < 20; times += 1) tap("ArrowUp");
  tap(" ");
  tap("ArrowUp");
  assert.deepEqual(noted.strokes, [[500, 0]]);
});

test("Escape lifts the pen, and so does a focus that goes elsewhere; a key that repeats itself does not", () => {
  const { noted, pen, tap } = paper();
  assert.equal(tap("Escape"), false, "with the pen up, the key is the page's");
  tap(" ");
  tap(" ", { repeat: true });
  assert.ok(pen.stroke);
  assert.equal(tap("Escape"), true);
  tap("Enter");
  pen.leave();
  assert.equal(noted.lifted, 2);
  assert.equal(tap("ArrowUp", { ctrlKey: true }), false);
  assert.equal(tap("r"), false);
});

test("a paper that takes no stroke leaves the pen up", () => {
  const pen = new KeyPen({ begin: () => null, draw: assert.fail, lift: assert.fail }, () => {}, assert.fail);
  assert.equal(pen.press({ key: "Enter" }), true);
  assert.equal(pen.stroke, null);
});

test("each tap leads the line on, and a tap on its end lifts the pen", () => {
  const first = afterTap([[1, 1]], NO_LINE, [100, 100]);
  assert.deepEqual(first, {
    strokes: [
      [1, 1],
      [100, 100],
    ],
    open: 1,
  });
  const second = afterTap(first.strokes, first.open, [600, 100]);
  assert.deepEqual(second.strokes[1], [100, 100, 600, 100]);
  assert.deepEqual(first.strokes[1], [100, 100], "what was before can be had back");
  const aslant = afterTap(second.strokes, second.open, [300, 900]);
  assert.deepEqual(aslant.strokes[1], [100, 100, 600, 100, 600, 100, 300, 900], "a corner is no curve");
  const third = afterTap(second.strokes, second.open, [640, 120]);
  assert.equal(third.open, NO_LINE);
  assert.equal(third.strokes, second.strokes);
  assert.deepEqual(afterTap(third.strokes, third.open, [5, 5]).strokes.at(-1), [5, 5]);
});

test("a line that was undone is not led on", () => {
  assert.deepEqual(afterTap([[1, 1]], 1, [9, 900]), {
    strokes: [
      [1, 1],
      [9, 900],
    ],
    open: 1,
  });
  assert.deepEqual(afterTap([], 0, [9, 900]), { strokes: [[9, 900]], open: 0 });
});

/** A map with dots at these places, and the atlas around it. */
function mapWith(places) {
  const atlas = {
    strengths: new Uint8Array(places.length / 2).fill(1),
    line: null,
    lassoOn: null,
    rows: null,
    showHand: () => {},
    refresh: () => {},
    lassoing: true,
    takeLasso: () => corners.begin(),
    choose: (rows) => {
      atlas.rows = rows;
    },
  };
  const corners = new Corners(/** @type {any} */ (atlas));
  const chart = /** @type {any} */ ({ pixels: () => Float32Array.from(places) });
  return { atlas, chart, corners };
}

test("two taps select what lies between them, dots under the taps too", () => {
  const { atlas, chart, corners } = mapWith([10, 10, 50, 50, 90, 90, 50, 10]);
  corners.begin();
  const before = corners.words;
  corners.set(chart, [50, 50]);
  assert.equal(atlas.rows, null);
  assert.equal(atlas.line.length, 4, "the first corner is marked");
  assert.notEqual(corners.words, before);
  corners.set(chart, [8, 8]);
  assert.deepEqual(atlas.rows, [0, 1, 3]);
  assert.equal(corners.first, null);
  assert.equal(atlas.line, null);
});

test("a corner on another map begins anew", () => {
  const { atlas, chart, corners } = mapWith([10, 10]);
  const other = /** @type {any} */ ({ pixels: () => Float32Array.from([0, 0]) });
  corners.set(chart, [5, 5]);
  corners.set(other, [50, 50]);
  assert.equal(atlas.rows, null);
  assert.equal(corners.first.chart, other);
});

test("buttons turn the cloud and bring it closer, as keys do", () => {
  const done = [];
  const canvas = /** @type {any} */ ({});
  const buttons = ["ArrowLeft", "+"].map((key) => /** @type {any} */ ({ dataset: { key } }));
  turnByHand(
    canvas,
    buttons,
    (turn, tilt) => done.push([Math.sign(turn), Math.abs(tilt)]),
    (factor) => done.push(factor),
  );
  for (const button of buttons) button.onclick();
  let prevented = 0;
  for (const key of ["-", "r"]) canvas.onkeydown({ key, preventDefault: () => (prevented += 1) });
  assert.deepEqual(done, [[-1, 0], 1.25, 0.8]);
  assert.equal(prevented, 1, "other keys are the page's");
});
