// The worker: fetches models, makes ink of strokes, and runs one model after the other over the newest drawing. Between
// any two it looks whether there is a newer one.

import { inkOf } from "../drawing/ink.js";
import { extrasOf } from "./extras.js";
import { loaded } from "./loaded.js";
import { Round } from "./plan.js";
import { rebuilt } from "./rebuilt.js";

/** @typedef {import("../network/fetched.js").Described} Described */

const breath = new MessageChannel();
const round = new Round();
/** @type {Map<string, any>} models by address, and null for those that are on their way */
const models = new Map();
/** @type {Map<string, Described>} by name */
let wanted = new Map();
/** @type {{ drawing: number, strokes?: number[][], ink?: Float32Array | null, clean?: Float32Array }} */
let newest = null;
/** @type {Record<string, Record<string, import("./extras.js").Extra>>} by name of the model, then by kind */
let extras = {};
let fetching = false;
let breathing = false;

/** @type {(message: any) => void} */
const post = (message) => /** @type {any} */ (globalThis).postMessage(message);

globalThis.onmessage = ({ data }) => {
  if (data.order === "want") want(data);
  else if (data.order === "draw") newest = data.made;
  else newest = null;
  round.begin(newest?.drawing ?? 0);
  goOn();
};

breath.port1.onmessage = () => {
  breathing = false;
  const name = newest && round.next((model) => Boolean(models.get(wanted.get(model).address)));
  if (!name) return;
  const start = performance.now();
  if (newest.ink === undefined) newest.ink = inkOf(newest.strokes);
  if (newest.ink) {
    const model = models.get(wanted.get(name).address);
    const made = rebuilt(model, newest);
    const took = performance.now() - start;
    const more = extrasOf(made, extras[name] ?? {}, model);
    post({ drawing: newest.drawing, name, ...made, took, more });
  }
  round.took(name, performance.now() - start);
  goOn();
};

function goOn() {
  if (breathing || !newest) return;
  breathing = true;
  breath.port2.postMessage(0);
}

/** @param {{ networks: Described[], chosen: string[], more: typeof extras }} order */
function want({ networks, chosen, more }) {
  extras = more;
  wanted = new Map(networks.map((network) => [network.name, network]));
  round.models = networks.map(({ name }) => ({ name, chosen: chosen.includes(name) }));
  void fetchAll();
}

/** Fetch what is wanted and not there yet, one after the other. */
async function fetchAll() {
  if (fetching) return;
  fetching = true;
  for (let next = missing(); next; next = missing()) {
    models.set(next.address, null);
    try {
      models.set(next.address, await loaded(next));
      post({ arrived: next.name });
      goOn();
    } catch {
      post({ lost: next.name });
    }
  }
  fetching = false;
}

const missing = () => [...wanted.values()].find(({ address }) => !models.has(address));
