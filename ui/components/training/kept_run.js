// What was seen of a run, kept in this browser: its errors and its newest copies, for after a reload.

import { PIXELS } from "../shared/picture.js";
import { MOST_FRAMES } from "./history.js";
import { SHOWN } from "./material.js";
import { RunState } from "./run_state.js";
import { same } from "./words.js";

const NAME = "aemodels-run";
const BYTES = SHOWN * PIXELS;

/** @typedef {import("../shared/learning/settings.js").Settings} Settings */

/**
 * @param {Settings} settings
 * @param {RunState} run
 */
export function keepRun(settings, run) {
  const frames = run.history.frames.map(({ step, held, train }) => [step, held.mse, train?.mse ?? null]);
  const copies = btoa(String.fromCharCode(...run.history.newest.shown.subarray(0, BYTES)));
  try {
    localStorage.setItem(NAME, JSON.stringify({ settings, pca: run.pca, frames, copies }));
  } catch {
    // A browser that keeps nothing can still train.
  }
}

/**
 * @param {Settings} settings
 * @returns {RunState | null} what was seen of a run with these settings; null for none, or where it makes no sense
 */
export function keptRun(settings) {
  try {
    const kept = JSON.parse(localStorage.getItem(NAME));
    return kept && same(kept.settings, settings) ? runOf(kept) : null;
  } catch {
    return null;
  }
}

/**
 * @param {any} kept as anybody may have written it
 * @returns {RunState | null}
 */
export function runOf({ pca, frames, copies }) {
  const shown = Uint8Array.from(atob(copies), (letter) => letter.charCodeAt(0));
  const sound = Array.isArray(frames) && frames.length > 0 && frames.length <= MOST_FRAMES + 1 && frames.every(isFrame);
  if (!sound || shown.length !== BYTES || !(pca === null || pca > 0)) return null;
  const run = new RunState();
  const nothing = new Uint8Array(0);
  for (const [step, held, train] of frames) {
    const errors = { held: { mse: held }, train: train === null ? null : { mse: train } };
    run.history.frames.push(/** @type {any} */ ({ step, ...errors, epoch: 0, noisy: null, shown: nothing }));
  }
  run.history.newest.shown = shown;
  return Object.assign(run, { pca, ended: true });
}

function isFrame(frame) {
  if (!Array.isArray(frame) || frame.length !== 3) return false;
  const [step, held, train] = frame;
  return Number.isInteger(step) && step >= 0 && held > 0 && (train === null || train > 0);
}
