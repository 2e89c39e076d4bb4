import assert from "node:assert/strict";
import { test } from "node:test";
import {
  byteColours,
  CLASS_COLOURS,
  css,
  errorColours,
  inkColours,
  mix,
  rgb,
} from "../../ui/components/shared/colours.js";
import { CHOSEN, FAINT, fillPaper, paintDots } from "../../ui/components/shared/dots.js";
import { readMessage } from "../../ui/components/shared/message.js";
import { clamp, roundEven, written } from "../../ui/components/shared/numbers.js";
import { inkByte, inkBytes, PIXELS, pictureAt } from "../../ui/components/shared/picture.js";

const PAPER = [255, 255, 255];
const INK = [0, 0, 0];

test("a message is split into its header and its arrays, wherever it lies in memory", () => {
  const head = JSON.stringify({
    a: "é",
    arrays: { b: { type: "uint8", offset: 0, length: 3 }, f: { type: "float32", offset: 3, length: 8 } },
  });
  const bytes = new TextEncoder().encode(head);
  const message = new Uint8Array(1 + 4 + bytes.length + 11).subarray(1);
  new DataView(message.buffer, 1).setUint32(0, bytes.length, true);
  message.set(bytes, 4);
  message.set([7, 8, 9], 4 + bytes.length);
  message.set(new Uint8Array(new Float32Array([1.5, -2]).buffer), 7 + bytes.length);
  const { header, arrays } = readMessage(message);
  assert.equal(header.a, "é");
  assert.deepEqual([...arrays.b], [7, 8, 9]);
  assert.deepEqual([...arrays.f], [1.5, -2]);
});

test("numbers become bytes of ink, rounded and cut off", () => {
  assert.deepEqual([-1, 0, 0.5, 1, 7].map(inkByte), [0, 0, 128, 255, 255]);
  assert.deepEqual(inkBytes([0, 1]), new Uint8Array([0, 255]));
});

test("one picture is cut out of many", () => {
  const values = new Uint8Array(2 * PIXELS).fill(3, PIXELS);
  assert.equal(pictureAt(values, 1).length, PIXELS);
  assert.equal(pictureAt(values, 1)[0], 3);
});

test("every byte has a colour", () => {
  assert.equal(byteColours(() => INK).length, 256);
  assert.deepEqual(inkColours(PAPER, INK)[0], PAPER);
  assert.deepEqual(inkColours(PAPER, INK)[255], INK);
});

test("errors are painted by their sign, none as paper", () => {
  const colours = errorColours(PAPER, [0, 0, 255], [255, 0, 0]);
  assert.deepEqual(colours[128], PAPER);
  assert.deepEqual(colours[0], [0, 0, 255]);
  assert.deepEqual(colours[255], [255, 0, 0]);
});

test("colours are read, mixed and written", () => {
  assert.deepEqual(rgb("#ff8000"), [255, 128, 0]);
  assert.deepEqual(mix(INK, PAPER, 0.5), [127.5, 127.5, 127.5]);
  assert.equal(css([1, 2, 3], 0.5), "rgb(1 2 3 / 0.5)");
  assert.equal(new Set(CLASS_COLOURS).size, 10);
});

test("numbers are rounded as Python does and written with a minus sign", () => {
  assert.deepEqual(
    [0.5, 1.5, 2.5, -0.5, 2.4, 2.6].map((value) => roundEven(value) + 0),
    [0, 2, 2, 0, 2, 3],
  );
  assert.equal(written(-1.234), "−1.23");
  assert.equal(written(-0.004), "0.00");
  assert.equal(clamp(5, 0, 3), 3);
});

test("dots are painted strong over faint, and hidden ones not at all", () => {
  const image = /** @type {any} */ ({ data: new Uint8ClampedArray(4 * 25), width: 5, height: 5 });
  fillPaper(image, PAPER);
  const dots = {
    places: new Float32Array([2.5, 2.5, 2.5, 2.5, 0.5, 0.5]),
    colours: new Uint8Array([255, 0, 0, 0, 0, 255, 0, 255, 0]),
    strengths: new Uint8Array([CHOSEN, FAINT, 0]),
  };
  paintDots(image, dots, 1);
  assert.deepEqual([...image.data.subarray(48, 51)], [255, 0, 0]);
  assert.deepEqual([...image.data.subarray(0, 4)], [255, 255, 255, 255]);
});
