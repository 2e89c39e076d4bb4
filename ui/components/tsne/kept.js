// Which earlier maps are kept, and how each was made.

/**
 * A map as it was when another run began.
 *
 * @typedef {object} Kept
 * @property {Float32Array} places
 * @property {Uint8Array | null} labels
 * @property {import("./changes.js").Settings} settings
 * @property {string} title of the model
 * @property {number} iteration
 * @property {number} cost
 */

const MOST = 6;
const USUAL = { exaggeration: 12, rate: "auto", start: "PCA" };

/**
 * Put a map at the end of the list; one made in just the same way makes room for it, else the oldest does.
 *
 * @param {Kept[]} list
 * @param {Kept} map
 * @returns {Kept[]}
 */
export function remember(list, map) {
  const words = howMade(map).join();
  const others = list.filter((other) => howMade(other).join() !== words);
  return [...others, map].slice(-MOST);
}

/**
 * Say in a few short lines how a map was made.
 *
 * @param {{ settings: import("./changes.js").Settings, title: string, places: Float32Array }} map
 * @returns {string[]}
 */
export function howMade({ settings, title, places }) {
  const { perplexity, seed, noise } = settings;
  const unusual = Object.keys(USUAL).filter((key) => settings[key] !== USUAL[key]);
  return [
    `Perplexity ${perplexity}`,
    noise ? "pure noise" : title,
    `${(places.length / 2).toLocaleString("en")} ${noise ? "points" : "codes"}, seed ${seed}`,
    ...unusual.map((key) => `${key} ${settings[key]}`),
  ];
}
