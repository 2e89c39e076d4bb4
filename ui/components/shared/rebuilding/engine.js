// What rebuilds drawings in the page while a hand draws: one for all components, with one worker.

import { located } from "../network/fetched.js";
import { hear } from "../page.js";
import { fetchOrder } from "./plan.js";

/**
 * @typedef {import("../network/fetched.js").Described} Described
 *
 * @typedef {object} Rebuilt what a model made of a drawing
 * @property {number} drawing its number
 * @property {string} name of the model
 * @property {Float32Array} ink 28 x 28, what the model was given
 * @property {Float32Array} clean 28 x 28, what it should give back
 * @property {Float32Array} code
 * @property {Float32Array} picture 28 x 28
 * @property {number} error mean squared error a pixel
 * @property {Record<string, Float32Array>} more what wishes ask for besides, by kind
 *
 * @typedef {object} Wish
 * @property {Described[]} networks
 * @property {boolean} chosen whether they run before all others
 * @property {(rebuilt: Rebuilt) => void} show
 * @property {Record<string, import("./extras.js").Extra>} [extras] what its models compute besides, by name
 */

/** @typedef {{ sent: number, moving: boolean }} Hand number of its newest message to the server; whether it moves */

const SLOW = 250; // milliseconds for a chosen model
const MOST_SLOW = 3; // times in a row, then the server follows the hand instead

export class Engine {
  constructor() {
    /** @type {Map<object, Wish>} by the component that has it */
    this.wishes = new Map();
    /** @type {Worker} */
    this.worker = null;
    this.failed = false;
    this.slow = 0;
    /** @type {Set<string>} names of models that the worker has, and of those that could not be fetched */
    this.arrived = new Set();
    /** @type {Set<string>} */
    this.lost = new Set();
    this.drawing = 0; // number of the newest one
    /** @type {Map<string, Hand>} what moves on the page, by its name */
    this.hands = new Map();
    /** @type {object} the component that makes another picture of every drawing before models see it */
    this.between = null;
    hear({ "digit-pad-drawn": (strokes) => this.draw(strokes) });
  }

  /** Whether the page follows the hand without the server. */
  get follows() {
    const chosen = [...this.wishes.values()].filter((wish) => wish.chosen).flatMap(({ networks }) => networks);
    const planned = new Set(this.plan().map(({ name }) => name));
    const able = chosen.every(({ name }) => planned.has(name) && !this.lost.has(name));
    return chosen.length > 0 && able && !this.failed && this.slow < MOST_SLOW;
  }

  /** Models in the order in which they are fetched. */
  plan() {
    const wishes = [...this.wishes.values()];
    const of = (chosen) => wishes.filter((wish) => wish.chosen === chosen).flatMap(({ networks }) => networks);
    const { connection } = /** @type {any} */ (navigator);
    return fetchOrder(of(true), of(false), Boolean(connection?.saveData));
  }

  /**
   * A component wants drawings to be rebuilt.
   *
   * @param {object} component
   * @param {Wish} wish
   */
  want(component, wish) {
    const before = this.key();
    this.wishes.set(component, { ...wish, networks: wish.networks.map(located) });
    if (this.key() !== before) this.order();
  }

  /** @param {object} component that goes */
  leave(component) {
    this.wishes.delete(component);
    if (this.worker) this.order();
  }

  key() {
    return JSON.stringify([...this.wishes.values()].map(({ networks, chosen, extras }) => [networks, chosen, extras]));
  }

  order() {
    this.start();
    const chosen = [...this.wishes.values()].filter((wish) => wish.chosen).flatMap(({ networks }) => networks);
    const names = chosen.map(({ name }) => name);
    this.worker?.postMessage({ order: "want", networks: this.plan(), chosen: names, more: this.extras() });
  }

  /** What models compute besides, by name and kind. */
  extras() {
    /** @type {Record<string, Record<string, import("./extras.js").Extra>>} */
    const all = {};
    for (const { extras } of this.wishes.values()) {
      for (const [name, extra] of Object.entries(extras ?? {})) all[name] = { ...all[name], [extra.kind]: extra };
    }
    return all;
  }

  start() {
    if (this.worker || this.failed) return;
    try {
      this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      this.worker.onmessage = ({ data }) => this.take(data);
      this.worker.onerror = () => this.fail();
    } catch {
      this.fail();
    }
  }

  fail() {
    this.failed = true;
    this.worker?.terminate();
  }

  draw(strokes) {
    this.move("pad");
    if (!this.between) this.rebuild({ strokes });
  }

  /**
   * Have everything rebuilt.
   *
   * @param {{ strokes?: number[][], ink?: Float32Array, clean?: Float32Array }} made a drawing; or ink, and what it
   *   should become
   */
  rebuild(made) {
    if (!this.wishes.size) return;
    this.drawing += 1;
    this.worker?.postMessage({ order: "draw", made: { drawing: this.drawing, ...made } });
  }

  /** @param {string} hand that moves */
  move(hand) {
    this.hands.set(hand, { sent: this.hands.get(hand)?.sent ?? 0, moving: true });
  }

  /**
   * @param {string} hand that rests
   * @param {number} sent number of the message that went to the server
   */
  rest(hand, sent) {
    this.hands.set(hand, { sent, moving: false });
  }

  /** @param {string} hand that is new, or whose work the page has replaced */
  forget(hand) {
    this.rest(hand, 0);
    this.worker?.postMessage({ order: "forget" });
  }

  /**
   * Say whether what Python shows is older than what the page shows already.
   *
   * @param {Record<string, number> | null} drawn numbers of the messages that it was made from, by hand; null for
   *   anything else
   */
  isOld(drawn) {
    if (!drawn || !this.follows) return false;
    return Object.entries(drawn).some(([name, serial]) => {
      const hand = this.hands.get(name);
      return hand && (hand.moving || serial < hand.sent);
    });
  }

  take(message) {
    if (message.arrived) this.arrived.add(message.arrived);
    if (message.lost) this.lost.add(message.lost);
    if (!message.picture) return;
    for (const { networks, chosen, show } of this.wishes.values()) {
      if (!networks.some(({ name }) => name === message.name)) continue;
      if (chosen) this.slow = message.took > SLOW ? this.slow + 1 : 0;
      show(message);
    }
  }
}

export const engine = new Engine();
