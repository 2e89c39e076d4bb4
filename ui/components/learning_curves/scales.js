// What learning curves are measured by.

/** @typedef {(number | null)[]} Values after every epoch; null where there is none */

const MOST_TICKS = 6;
const ROOM = 1.06;

/**
 * Give the lowest and the highest value above 0, with some room.
 *
 * @param {{ train: Values, validation: Values }[]} terms
 * @returns {[number, number]}
 */
export function range(terms) {
  const values = terms.flatMap(({ train, validation }) => [...train, ...validation]).filter((value) => value > 0);
  return [Math.min(...values) / ROOM, Math.max(...values) * ROOM];
}

/**
 * Split values into runs without gaps; a logarithm takes none that is not above 0.
 *
 * @param {Values} values
 * @returns {[number, number][][]} epochs, from 1 on, with their values
 */
export function runs(values) {
  /** @type {[number, number][][]} */
  const all = [[]];
  values.forEach((value, index) => {
    if (value > 0) all[all.length - 1].push([index + 1, value]);
    else if (all[all.length - 1].length) all.push([]);
  });
  return all.filter((run) => run.length);
}

/**
 * Choose epochs to write along the axis.
 *
 * @param {number} epochs
 * @returns {number[]} the first one and round ones
 */
export function epochTicks(epochs) {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((each) => epochs / each <= MOST_TICKS) ?? 1000;
  const round = Array.from({ length: Math.floor(epochs / step) }, (_, index) => (index + 1) * step);
  return step === 1 ? round : [1, ...round];
}
