// What cards show, fetched when the pointer has rested on a dot: most dots are never pointed at.

import { piece } from "./fetched.js";
import { readSheet } from "./sheet.js";

/**
 * @typedef {{ model: string, digest: string }} Mapped
 * @typedef {{ map: Mapped, part: string }} Wanted a piece of a model's map
 * @typedef {{ there?: any, lost?: boolean }} State nothing while it is on its way
 */

const REST = 120; // milliseconds
const PICTURES = "pictures/";

const key = (/** @type {Wanted} */ { map: { model, digest }, part }) => `${model}/${digest}/${part}`;

export class Shelf {
  /** @param {() => void} arrived hears whenever a piece has come, or cannot come */
  constructor(arrived) {
    this.arrived = arrived;
    /** @type {Map<string, State>} */
    this.states = new Map();
    this.timer = undefined;
  }

  /**
   * The pointer is on a new dot: fetch what it takes as soon as it rests there, also what was lost before.
   *
   * @param {Wanted[]} wanted
   */
  ask(wanted) {
    this.leave();
    for (const each of wanted) if (this.of(each).lost) this.states.delete(key(each));
    const missing = wanted.filter((each) => !this.states.has(key(each)));
    if (missing.length) this.timer = setTimeout(() => missing.map((each) => this.fetch(each)), REST);
  }

  /** The pointer has left. */
  leave() {
    clearTimeout(this.timer);
  }

  /**
   * @param {Wanted} wanted
   * @returns {State}
   */
  of(wanted) {
    return this.states.get(key(wanted)) ?? {};
  }

  async fetch(/** @type {Wanted} */ wanted) {
    const { map, part } = wanted;
    this.states.set(key(wanted), {});
    const got = part.startsWith(PICTURES) ? piece(map, part, readSheet) : piece(map, part);
    const state = await got.then(
      (there) => ({ there }),
      () => ({ lost: true }),
    );
    this.states.set(key(wanted), state);
    this.arrived();
  }
}
