// What differs between two settings, in words.

/**
 * @typedef {object} Settings
 * @property {number} perplexity
 * @property {number} exaggeration
 * @property {number | "auto"} rate
 * @property {string} start
 * @property {number} seed
 * @property {boolean} noise whether it runs on pure noise instead of codes
 */

const WORDS = {
  perplexity: "perplexity",
  exaggeration: "early exaggeration",
  rate: "learning rate",
  start: "start",
  seed: "seed",
};

/**
 * @param {any} one plain value
 * @param {any} other
 */
export function equal(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** @typedef {{ settings: Settings, material: string, title: string, count: number }} Run what a run is made with */

/**
 * Say whether two messages ask for the same run.
 *
 * @param {Run} before
 * @param {Run} after
 */
export function isSame(before, after) {
  return before.material === after.material && equal(before.settings, after.settings);
}

/**
 * Say what has changed.
 *
 * @param {Run} before
 * @param {Run} after
 */
export function changes(before, after) {
  const words = Object.entries(after.settings)
    .filter(([key, value]) => value !== before.settings[key])
    .map(([key, value]) => (key === "noise" ? (value ? "pure noise" : "the codes again") : `${WORDS[key]} ${value}`));
  if (before.title !== after.title) words.unshift(after.title);
  else if (before.material !== after.material) words.unshift(`${after.count.toLocaleString("en")} codes`);
  return `Begun anew: ${words.join(", ")}.`;
}
