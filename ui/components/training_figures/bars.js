// A bar for each layer: how long its gradient is, how many of its units are dead.

import { fitChildren, make } from "../shared/dom.js";
import { clamp } from "../shared/numbers.js";

const [LEAST, MOST] = [-3, 3]; // powers of ten of a gradient's length

/**
 * @param {HTMLElement} root
 * @param {{ layer: string, norm: number }[]} gradients
 */
export function showNorms(root, gradients) {
  const names = layerWords(gradients.map(({ layer }) => layer));
  show(
    root,
    gradients.map(({ norm }, index) => ({
      name: names[index],
      share: norm > 0 ? clamp((Math.log10(norm) - LEAST) / (MOST - LEAST), 0, 1) : 0,
      words: norm > 0 ? norm.toPrecision(2) : "–",
      bad: false,
    })),
  );
}

/**
 * @param {HTMLElement} root
 * @param {{ layer: string, units: number, dead: number }[]} layers
 */
export function showDead(root, layers) {
  const names = layerWords(layers.map(({ layer }) => layer));
  show(
    root,
    layers.map(({ units, dead }, index) => ({
      name: names[index],
      share: dead / units,
      words: `${dead} of ${units}`,
      bad: dead > units / 2,
    })),
  );
}

/** @param {{ name: string, share: number, words: string, bad: boolean }[]} rows */
function show(root, rows) {
  fitChildren(root, rows.length, () =>
    make("div", { className: "bar" }, make("span"), make("div", { className: "track" }, make("i")), make("b")),
  );
  for (const [index, { name, share, words, bad }] of rows.entries()) {
    const row = root.children[index];
    const [label, track, value] = /** @type {any} */ (row.children);
    if (label.textContent !== name) label.textContent = name;
    track.firstElementChild.style.transform = `scaleX(${share.toFixed(3)})`;
    value.textContent = words;
    row.classList.toggle("bad", bad);
  }
}

/**
 * Call layers by names for readers: those of each half are counted from its beginning.
 *
 * @param {string[]} layers e.g. "encoder.0" and "encoder.2"
 */
function layerWords(layers) {
  const counts = /** @type {Record<string, number>} */ ({});
  return layers.map((layer) => {
    const [half, place] = layer.split(".");
    if (place === undefined) return half;
    counts[half] = (counts[half] ?? 0) + 1;
    return `${half} ${counts[half]}`;
  });
}
