// A clean drawing → a model's input: the box and the centring of `aemodels.images.normalisation`.

import { clamp, roundEven } from "../numbers.js";
import { PIXELS, SIDE } from "../picture.js";
import { resized } from "./resize.js";
import { thickened } from "./thickening.js";

const BOX = 20;
const CENTRE = 14;
const EDGE = 1; // pixels of paper that stay all around: ink that ends where the picture does looks cut off
const FAINT = 0.02;
const ENLARGED = 8; // times, before the edge of very small ink is drawn anew

/**
 * A picture of any size.
 *
 * @typedef {object} Box
 * @property {Float32Array} values row by row, 0 to 1
 * @property {number} width
 * @property {number} height
 */

/**
 * Make a model's input of ink.
 *
 * @param {Float32Array} values
 * @param {number} width
 * @param {number} height
 * @returns {Float32Array | null} 28 x 28; null where there is no ink
 */
export function normalised(values, width, height) {
  const cut = cutOut({ values, width, height });
  return cut && centred(boxed(cut));
}

/** Cut the ink out; null where there is none. */
function cutOut({ values, width, height }) {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (values[row * width + column] <= FAINT) continue;
      [left, right] = [Math.min(left, column), Math.max(right, column)];
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    }
  }
  if (right < 0) return null;
  const [wide, high] = [right - left + 1, bottom - top + 1];
  const cut = new Float32Array(wide * high);
  for (let row = 0; row < high; row += 1) {
    const start = (top + row) * width + left;
    cut.set(values.subarray(start, start + wide), row * wide);
  }
  return { values: cut, width: wide, height: high };
}

/** Bring the longest side to 20 pixels. */
function boxed(cut) {
  const longest = Math.max(cut.width, cut.height);
  if (longest === BOX) return cut;
  const ink = longest < BOX ? enlarged(cut) : thickened(cut, BOX / longest);
  const scale = BOX / Math.max(ink.width, ink.height);
  const [width, height] = [ink.width, ink.height].map((side) => Math.max(1, roundEven(side * scale)));
  const small = resized(ink, width, height);
  const dark = small.filter((value) => value > 0.1);
  const full = quantile(dark, 0.9);
  return { values: small.map((value) => clamp(value / full, 0, 1)), width, height };
}

/** Ink smaller than the box would only blur: its edge is drawn anew at eight times its size. */
function enlarged(cut) {
  const [width, height] = [ENLARGED * cut.width, ENLARGED * cut.height];
  const values = resized(cut, width, height).map((value) => clamp((value - 0.3) / 0.4, 0, 1));
  return cutOut({ values, width, height });
}

function quantile(values, share) {
  const sorted = Float32Array.from(values).sort();
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place % 1);
}

/** Put a box on the 28 x 28 picture, its centre of mass on pixel (14, 14) if all around stays a pixel of paper. */
function centred({ values, width, height }) {
  let [mass, x, y] = [0, 0, 0];
  values.forEach((value, index) => {
    mass += value;
    x += value * (index % width);
    y += value * Math.floor(index / width);
  });
  const left = clamp(roundEven(CENTRE - x / mass), EDGE, SIDE - EDGE - width);
  const top = clamp(roundEven(CENTRE - y / mass), EDGE, SIDE - EDGE - height);
  const image = new Float32Array(PIXELS);
  for (let row = 0; row < height; row += 1) {
    image.set(values.subarray(row * width, (row + 1) * width), (top + row) * SIDE + left);
  }
  return image;
}
