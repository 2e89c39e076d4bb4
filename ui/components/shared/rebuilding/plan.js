// Which models are fetched, and in which order; and which of them is next to run.

const SMALL = 128_000; // bytes of a model that is there within a second on a slow line
const MOST_UNASKED = 2_000_000; // bytes of a model, where the student asked the browser to save data

/** @typedef {import("../network/fetched.js").Described} Described */

/**
 * Put models in the order in which they are fetched: small ones, so that something follows the hand soon wherever it is;
 * then the others; each time chosen ones first, then the smallest.
 *
 * @param {Described[]} chosen
 * @param {Described[]} others
 * @param {boolean} saving whether to leave out large ones
 * @returns {Described[]} each once
 */
export function fetchOrder(chosen, others, saving) {
  const bySize = [...others].sort((one, other) => one.bytes - other.bytes);
  const names = new Set();
  const ranked = [...chosen, ...bySize];
  const small = ranked.filter(({ bytes }) => bytes <= SMALL);
  return [...small, ...ranked].filter(({ name, bytes }) => {
    const wanted = !names.has(name) && !(saving && bytes > MOST_UNASKED);
    names.add(name);
    return wanted;
  });
}

/**
 * The round in which models see a drawing. The newest drawing wins: chosen models see it first, the others go on where
 * they were, and have as much time as the chosen ones, so that a hand that never rests leaves none out.
 */
export class Round {
  constructor() {
    /** @type {{ name: string, chosen: boolean }[]} */
    this.models = [];
    this.drawing = 0;
    this.owed = 0; // milliseconds that the others have to have before a chosen one is next
    /** @type {Map<string, number>} the newest drawing that each has seen */
    this.seen = new Map();
  }

  /** @param {number} drawing its number; 0 for none */
  begin(drawing) {
    this.drawing = drawing;
  }

  /**
   * Give the model that is next, and count its drawing as seen.
   *
   * @param {(name: string) => boolean} ready whether a model has arrived
   * @returns {string | null} null when all have seen the newest drawing
   */
  next(ready) {
    const age = ({ name }) => this.seen.get(name) ?? 0;
    const waiting = this.models.filter((model) => ready(model.name) && age(model) < this.drawing);
    if (!waiting.length) return null;
    const others = waiting.filter(({ chosen }) => !chosen);
    const first = waiting.find(({ chosen }) => chosen);
    const oldest = others.reduce((one, other) => (one && age(one) <= age(other) ? one : other), null);
    const { name } = first && !(oldest && this.owed > 0) ? first : (oldest ?? first);
    this.seen.set(name, this.drawing);
    return name;
  }

  /**
   * Count the time that a model took.
   *
   * @param {string} name
   * @param {number} milliseconds
   */
  took(name, milliseconds) {
    const chosen = this.models.find((model) => model.name === name)?.chosen;
    this.owed = Math.max(0, this.owed + (chosen ? milliseconds : -milliseconds));
  }
}
