// Which pictures a network sees, in which order, and with what noise: the same for the same seed.

import { corrupted } from "../corruption.js";
import { Dice } from "../dice.js";
import { PIXELS } from "../picture.js";

const HELD_SHARE = 5; // one in so many pictures is held out
const MOST_HELD = 400;
const [ORDER, NOISE] = [7919, 104729]; // so that streams of one seed differ

/** @typedef {import("./settings.js").Settings} Settings */

/**
 * Draw an order.
 *
 * @param {number} count
 * @param {Dice} dice
 * @returns {Int32Array}
 */
export function shuffled(count, dice) {
  const order = Int32Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = Math.floor(dice.uniform() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

/**
 * Part pictures into those that train and those held out; the same for every seed.
 *
 * @param {number} count of pictures
 * @param {number} most that may train; 0 for all
 * @returns {{ train: Int32Array, held: Int32Array }} rows
 */
export function parted(count, most) {
  const order = shuffled(count, new Dice(0));
  const held = Math.min(MOST_HELD, Math.max(1, Math.floor(count / HELD_SHARE)));
  const train = order.subarray(held);
  return { train: most ? train.subarray(0, most) : train, held: order.subarray(0, held) };
}

/**
 * Take rows of pictures as numbers in [0, 1].
 *
 * @param {Uint8Array} pictures bytes of ink, 784 each
 * @param {ArrayLike<number>} rows
 * @returns {Float32Array}
 */
export function inkOf(pictures, rows) {
  const out = new Float32Array(rows.length * PIXELS);
  for (let row = 0, at = 0; row < rows.length; row += 1) {
    const start = rows[row] * PIXELS;
    for (let pixel = start; pixel < start + PIXELS; pixel += 1, at += 1) out[at] = pictures[pixel] / 255;
  }
  return out;
}

/** Gives one batch after the other. Every epoch has an order of its own; pictures that fill no batch wait for the next. */
export class Batches {
  /**
   * @param {Settings} settings
   * @param {Uint8Array} pictures
   * @param {Int32Array} train rows that train
   */
  constructor(settings, pictures, train) {
    this.settings = settings;
    this.pictures = pictures;
    this.train = train;
    this.size = Math.min(settings.batch, train.length);
    this.order = new Dice(settings.seed + ORDER);
    this.noise = new Dice(settings.seed + NOISE);
    this.rows = new Int32Array(0);
    this.at = 0;
  }

  /** @returns {Int32Array} rows of the next batch */
  next() {
    if (this.at + this.size > this.rows.length) {
      this.rows = shuffled(this.train.length, this.order).map((place) => this.train[place]);
      this.at = 0;
    }
    this.at += this.size;
    return this.rows.subarray(this.at - this.size, this.at);
  }

  /** @returns {{ x: Float32Array, target: Float32Array, count: number, chance: Float32Array | null }} what is learnt from */
  batch() {
    const target = inkOf(this.pictures, this.next());
    const { kind, code } = this.settings;
    const x = noisy(target, this.settings, this.noise);
    const chance = kind === "variational" ? normals(this.size * code, this.noise) : null;
    return { x, target, count: this.size, chance };
  }
}

/**
 * Corrupt pictures, if the network is to remove noise; else give them as they are.
 *
 * @param {Float32Array} clean (count, 784)
 * @param {Settings} settings
 * @param {Dice} dice
 */
export function noisy(clean, { kind, corruption, amount }, dice) {
  if (kind !== "denoising") return clean;
  const field = corruption === "gaussian" ? normals(clean.length, dice) : clean.slice().map(() => dice.uniform());
  return corrupted(clean, [{ kind: corruption, amount }], [field]);
}

function normals(count, dice) {
  return Float32Array.from({ length: count }, () => dice.normal());
}
