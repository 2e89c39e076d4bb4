// The worker: hears what to run, runs it one iteration at a time, and lets itself be interrupted between any two.

import { conditional, mutual } from "./affinities.js";
import { Descent } from "./descent.js";
import { nearest } from "./neighbours.js";
import { EXAGGERATED, ITERATIONS } from "./schedule.js";
import { noiseLike, startPlaces } from "./start.js";

const COST_EVERY = 10; // iterations
const SHEETS = 2; // of places on their way to the page; without a free one it waits, so that every map is painted
const breath = new MessageChannel();
/** @type {any} the run, and what the search for its neighbours came to */
let [job, neighbours] = [null, null];
let breathing = false;

/** @type {(message: any, transfer?: Transferable[]) => void} */
const post = (message, transfer = []) => /** @type {any} */ (globalThis).postMessage(message, transfer);

globalThis.onmessage = ({ data: { order, ...rest } }) => {
  if (order === "begin") begin(rest);
  else if (!job || (rest.serial !== undefined && rest.serial !== job.serial)) return;
  else if (order === "back") job.sheets.push(rest.sheet);
  else obey(order);
  goOn();
};

breath.port1.onmessage = () => {
  breathing = false;
  if (!job?.due) return;
  if (!job.descent) prepare();
  else if (job.sheets.length) advance();
  else return; // goes on when the page gives a sheet back
  goOn();
};

function goOn() {
  if (breathing || !job?.due) return;
  breathing = true;
  breath.port2.postMessage(0);
}

/** @param {"run" | "step" | "pause"} order */
function obey(order) {
  const steps = job.due === Infinity ? 1 : job.due + 1;
  job.due = { run: Infinity, step: steps, pause: 0 }[order];
  if (order === "run" && job.descent?.iteration >= job.last) job.last += EXAGGERATED;
  if (order !== "pause") return;
  if (job.descent) tell({ cost: job.descent.cost() });
  else post({ serial: job.serial, paused: true });
}

/** Take up a new run and show where its points begin; nothing moves before somebody says so. */
function begin(/** @type {any} */ { serial, material, codes, columns, settings }) {
  const count = codes.length / columns;
  const used = settings.noise ? noiseLike(count, columns, settings.seed) : codes;
  const wanted = Math.min(count - 1, Math.floor(3 * settings.perplexity));
  const key = [material, wanted, settings.noise && settings.seed].join();
  const places = startPlaces(used, count, columns, settings);
  const sheets = Array.from({ length: SHEETS }, () => new Float32Array(2 * count));
  job = { serial, settings, codes: used, columns, count, wanted, key, places, sheets, due: 0, last: ITERATIONS };
  const sheet = Float32Array.from(places);
  post({ serial, iteration: 0, exaggerating: true, places: sheet, ready: true }, [sheet.buffer]);
}

/** Do a part of what comes before the first iteration. */
function prepare() {
  const { serial, codes, count, columns, wanted, key, settings } = job;
  if (neighbours?.key !== key) {
    job.search ??= nearest(codes, count, columns, wanted);
    const { done, value } = job.search.next();
    if (!done) {
      post({ serial, share: value });
      return;
    }
    neighbours = { key, ...value };
  }
  const probabilities = conditional(neighbours.squares, count, wanted, settings.perplexity);
  job.descent = new Descent(mutual(neighbours.indices, probabilities, count, wanted), job.places, settings);
  job.search = null;
  post({ serial, share: 1 });
}

function advance() {
  const { descent } = job;
  descent.step();
  job.due -= 1;
  if (descent.iteration >= job.last) job.due = 0;
  tell(descent.iteration % COST_EVERY === 0 || !job.due ? { cost: descent.cost() } : {});
}

/** Send the map as it is; the sheet comes back when it has been painted. */
function tell(more) {
  const { descent, serial, sheets } = job;
  const sheet = sheets.pop() ?? new Float32Array(descent.places.length);
  sheet.set(descent.places);
  const { iteration, exaggerating } = descent;
  const facts = { serial, iteration, exaggerating, paused: !job.due, finished: iteration >= job.last, places: sheet };
  post({ ...facts, ...more }, [sheet.buffer]);
}
