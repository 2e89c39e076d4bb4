// The worker that trains: takes orders between any two steps, and tells how it goes a few times a second.

import { Run } from "./run.js";
import { checked } from "./settings.js";

const SLICE = 12; // milliseconds of steps before it looks for orders
const EVERY = 200; // milliseconds between two reports
const FIRST = 100; // milliseconds until the first one after a start

const breath = new MessageChannel();
/** @type {Run} */
let run = null;
let running = false;
let single = 0; // steps that were asked for one by one
let breathing = false;
let pace = 0; // batches a second; 0 for as many as it can
let nextAt = 0;
let lastReport = 0;
let spent = 0; // milliseconds of training so far
let since = { steps: 0, spent: 0 };
let stepsASecond = 0; // the last time that there were any

/** @type {(message: any) => void} */
const post = (message) => /** @type {any} */ (globalThis).postMessage(message);

const ORDERS = {
  begin: (order) => {
    halt();
    run = new Run({ ...order, settings: checked(order.settings) });
    forget();
    post({ news: "begun", ...run.begun(), step: 0 });
    report();
    measurePca(order.pictures, run.settings);
  },
  run: () => {
    running = true;
    single = 0;
    lastReport = performance.now() - EVERY + FIRST;
    nextAt = 0;
  },
  pause: () => {
    if (running) report(false);
    halt();
  },
  step: () => {
    running = true;
    single += 1;
    nextAt = 0;
  },
  rewind: () => {
    halt();
    run.rewind();
    forget();
    report();
  },
  pace: ({ batchesASecond }) => {
    pace = batchesASecond;
    nextAt = 0;
  },
  change: ({ rate, weight }) => {
    run.change({ ...(rate !== undefined && { rate }), ...(weight !== undefined && { weight }) });
  },
  show: ({ shown }) => {
    run.shown = shown;
    report();
  },
  save: () => post({ news: "saved", ...saved(run.tensors()) }),
  initial: () => post({ news: "initial", ...saved(run.initial) }),
};

globalThis.onmessage = ({ data }) => {
  if (!run && data.order !== "begin") return;
  try {
    ORDERS[data.order](data);
  } catch (error) {
    halt();
    post({
      news: "failed",
      sentence: `This training cannot go on: ${/** @type {Error} */ (error).message}. Reset the settings and begin anew.`,
    });
  }
  goOn();
};

breath.port1.onmessage = () => {
  breathing = false;
  if (!running) return;
  const start = performance.now();
  do {
    if (pace && !single && performance.now() < nextAt) break;
    nextAt = performance.now() + 1000 / (pace || 1);
    const before = performance.now();
    const sentence = run.step();
    spent += performance.now() - before;
    if (sentence) stop(sentence);
    if (single) {
      single -= 1;
      running = single > 0;
      report();
    }
  } while (running && !pace && performance.now() - start < SLICE);
  if (performance.now() - lastReport > EVERY) report();
  goOn();
};

function goOn() {
  if (breathing || !running) return;
  breathing = true;
  const wait = pace && !single ? nextAt - performance.now() : 0;
  if (wait > 4) setTimeout(() => breath.port2.postMessage(0), Math.min(wait, 100));
  else breath.port2.postMessage(0);
}

function halt() {
  running = false;
  single = 0;
}

function stop(sentence) {
  halt();
  post({ news: "stopped", step: run.steps, sentence });
  report();
}

function forget() {
  spent = stepsASecond = 0;
  since = { steps: 0, spent: 0 };
}

function report(goesOn = running) {
  const [steps, time] = [run.steps - since.steps, spent - since.spent];
  if (time > 0) stepsASecond = (1000 * steps) / time;
  since = { steps: run.steps, spent };
  post({
    ...{ news: "progress", running: goesOn, seconds: spent / 1000, ...run.progress() },
    ...{ stepsASecond, examplesASecond: stepsASecond * run.batches.size },
  });
  lastReport = performance.now();
}

function saved(tensors) {
  return { tensors, settings: run.settings, step: run.steps, mse: run.progress().held.mse };
}

/** @type {Worker} */
let pca = null;
let measured = { pictures: /** @type {Uint8Array} */ (null), most: 0 };

/** Ask how well PCA does on the same pictures; a browser that gives workers none of their own goes without. */
function measurePca(pictures, { code, pictures: most }) {
  try {
    pca ??= new Worker(new URL("./pca_worker.js", import.meta.url), { type: "module" });
  } catch {
    return;
  }
  const known = measured.most === most && same(measured.pictures, pictures);
  measured = { pictures, most };
  pca.onmessage = ({ data }) => {
    if (data.code === run.settings.code) post({ news: "pca", ...data });
  };
  pca.postMessage(known ? { code } : { pictures, most, code });
}

function same(one, other) {
  if (one?.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}
