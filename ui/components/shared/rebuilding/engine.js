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
 * @property {Float32Array} code
 * @property {Float32Array} picture 28 x 28
 * @property {number} error mean squared error a pixel
 *
 * @typedef {object} Wish
 * @property {Described[]} networks
 * @property {boolean} chosen whether they run before all others
 * @property {(rebuilt: Rebuilt) => void} show
 */

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
    /** @type {Set<string>} */
    this.lost = new Set();
    this.drawing = 0; // number of the newest one
    this.sent = 0; // number of the pad's newest message
    this.moving = false;
    hear({
      "digit-pad-drawn": (strokes) => this.draw(strokes),
      "digit-pad-sent": (serial) => this.rest(serial),
      "digit-pad-given": () => this.forget(),
    });
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
    return JSON.stringify([...this.wishes.values()].map(({ networks, chosen }) => [networks, chosen]));
  }

  order() {
    this.start();
    const chosen = [...this.wishes.values()].filter((wish) => wish.chosen).flatMap(({ networks }) => networks);
    this.worker?.postMessage({ order: "want", networks: this.plan(), chosen: chosen.map(({ name }) => name) });
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
    if (!this.wishes.size) return;
    this.drawing += 1;
    this.moving = true;
    this.worker?.postMessage({ order: "draw", drawing: this.drawing, strokes });
  }

  /** @param {number} serial of the message that went to the server */
  rest(serial) {
    this.sent = serial;
    this.moving = false;
  }

  /** The pad has been built anew, or the page put other strokes on it. */
  forget() {
    this.sent = 0;
    this.moving = false;
    this.worker?.postMessage({ order: "forget" });
  }

  /**
   * Say whether what Python shows is older than what the page shows already.
   *
   * @param {number | null} drawn number of the pad's message that it was made from; null for anything else
   */
  isOld(drawn) {
    return drawn !== null && this.follows && (this.moving || drawn < this.sent);
  }

  take(message) {
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
