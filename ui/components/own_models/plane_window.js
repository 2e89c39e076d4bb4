// The part of a plane that is shown.

/** @typedef {{ low: number[], high: number[] }} Window corners */

/** @type {Window} where a standard normal has nearly all of its codes */
export const PRIOR = { low: [-3, -3], high: [3, 3] };

const [OUTSIDE, MARGIN] = [0.01, 0.12]; // share of codes that may lie outside; of the window, around the others

/**
 * Lay a window around nearly all codes.
 *
 * @param {Float32Array} codes two numbers each
 * @returns {Window}
 */
export function windowOf(codes) {
  const axes = [0, 1].map((axis) => {
    const values = codes.filter((_, at) => at % 2 === axis).sort();
    const skipped = Math.floor(OUTSIDE * values.length);
    const [low, high] = [values[skipped], values[values.length - 1 - skipped]];
    const margin = MARGIN * (high - low) || 1;
    return [low - margin, high + margin];
  });
  return { low: axes.map(([low]) => low), high: axes.map(([, high]) => high) };
}
