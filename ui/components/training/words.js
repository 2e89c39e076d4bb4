// What a run has come to, in words.

const DIGITS = 4;
const STATES = {
  waiting: "The pictures are on their way …",
  ready: "Ready. Press Train: everything happens in your browser, nothing is sent.",
  running: "",
  paused: "Paused.",
  hidden: "Paused while this tab is hidden; it goes on when you come back.",
  reached: "Done: PCA is beaten, so the training rests. Go on if you like: the copies get better still.",
  away: "Paused while you were on another page. Press Train to go on.",
  ended: "This is your run from before, as far as it came: leaving the page ended it. Train begins a new one.",
  lost: "Training cannot run here: the server may run another version by now. Reload this page.",
};

/**
 * @typedef {object} Result
 * @property {import("./history.js").Frame} frame
 * @property {number | null} pca
 * @property {number} code size
 * @property {{ step: number, error: number }[]} last of the run before
 */

/**
 * Say how good a network is after so many steps, beside PCA and the run before.
 *
 * @param {Result} result
 * @returns {string}
 */
export function resultWords({ frame, pca, code, last }) {
  const { step, held } = frame;
  const error = held.mse;
  if (!step)
    return `Before it has learnt anything, the error is ${error.toFixed(DIGITS)} a pixel. ${toBeat(pca, code)}`.trim();
  const steps = step === 1 ? "1 step" : `${step.toLocaleString("en")} steps`;
  const come = `After ${steps} the mean error on held-out pictures is ${error.toFixed(DIGITS)} a pixel`;
  return [come + besidePca(error, pca), besideLast(step, last)].filter(Boolean).join(" ");
}

function besidePca(error, pca) {
  if (pca === null) return ".";
  return `; PCA with as many numbers: ${pca.toFixed(DIGITS)}.${error < pca ? " PCA is beaten." : ""}`;
}

function toBeat(pca, code) {
  const numbers = code === 1 ? "1 number" : `${code} numbers`;
  return pca === null ? "" : `To beat: ${pca.toFixed(DIGITS)}, PCA with ${numbers}.`;
}

function besideLast(step, last) {
  const error = errorAt(last, step);
  return error === null ? "" : `The last run had ${error.toFixed(DIGITS)} by then.`;
}

/**
 * The error of a run at a step, on a straight line between the steps that were looked at.
 *
 * @param {{ step: number, error: number }[]} points in their order
 * @param {number} step
 * @returns {number | null} null beyond the last one
 */
export function errorAt(points, step) {
  const next = points.findIndex((point) => point.step >= step);
  if (next < 0) return null;
  const [from, to] = [points[Math.max(0, next - 1)], points[next]];
  const share = to.step === from.step ? 1 : (step - from.step) / (to.step - from.step);
  return from.error + (to.error - from.error) * share;
}

/**
 * Say what state a run is in.
 *
 * @param {string} state
 * @returns {string} nothing while it runs
 */
export function stateWords(state) {
  return STATES[state] ?? "";
}

const NAMES = {
  data: "pictures",
  pictures: "number of pictures",
  network: "network",
  widths: "hidden layers",
  code: "code size",
  kind: "kind",
  corruption: "noise",
  amount: "amount of noise",
  weight: "weight of the penalty",
  target: "wanted activation",
  activation: "activation",
  loss: "loss",
  optimiser: "optimiser",
  rate: "learning rate",
  batch: "batch size",
  seed: "seed",
};

/**
 * Say what has changed from one run to the next.
 *
 * @param {Record<string, any>} before settings
 * @param {Record<string, any>} after
 * @returns {string}
 */
export function changeWords(before, after) {
  const names = Object.keys(after).filter((name) => String(after[name]) !== String(before[name]));
  const values = names.map((name) => `${NAMES[name]} ${[after[name]].flat().join(", ") || "none"}`);
  return values.length ? `A new run: ${values.join("; ")}. The grey curve is the last run.` : "";
}

/**
 * @param {any} one plain value
 * @param {any} other
 */
export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
