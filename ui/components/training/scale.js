// The scales of the error curve: steps along, errors up in powers of ten.

import { clamp } from "../shared/numbers.js";

const STEPS = [1, 2, 5];
const LEAST_STEPS = 100;
const LEAST_ERROR = 1e-4;
const MOST_ERROR = 10;
const MOST_TICKS = 8;
const SCALE = Array.from({ length: 6 }, (_, power) => STEPS.map((one) => Number(`${one}e${power - 4}`))).flat();
const USUAL = [0.01, 0.1]; // errors that are always in view

/**
 * Where the axis of the steps ends: at 1, 2 or 5 times a power of ten, so that it seldom moves.
 *
 * @param {number} steps that have to be in view
 */
export function stepsInView(steps) {
  const power = 10 ** Math.floor(Math.log10(Math.max(steps, LEAST_STEPS)));
  return power * (STEPS.find((factor) => factor * power >= Math.max(steps, LEAST_STEPS)) ?? 10);
}

/**
 * Which errors are in view, and those that get a line.
 *
 * @param {number[]} errors
 * @returns {{ low: number, high: number, ticks: number[], apart: string }} and how far apart two lines are, in words
 */
export function errorsInView(errors) {
  const shown = [...USUAL, ...errors.filter(Number.isFinite)].map((error) => clamp(error, LEAST_ERROR, MOST_ERROR));
  const low = SCALE.findLast((tick) => tick <= Math.min(...shown)) ?? LEAST_ERROR;
  const high = SCALE.find((tick) => tick >= Math.max(...shown)) ?? MOST_ERROR;
  const ticks = SCALE.filter((tick) => tick >= low && tick <= high);
  if (ticks.length <= MOST_TICKS) return { low, high, ticks, apart: "about half" };
  return { low, high, ticks: ticks.filter(isPowerOfTen), apart: "a tenth of" };
}

function isPowerOfTen(tick) {
  return tick.toExponential().startsWith("1e");
}

/**
 * @param {number} error of a line
 * @returns {string} what stands beside it: the curve may fall below the lowest line that there is
 */
export function tickWords(error) {
  return error === LEAST_ERROR ? `≤ ${error}` : String(error);
}

/**
 * @param {number} error
 * @param {{ low: number, high: number }} view
 * @returns {number} its share of the way up
 */
export function shareUp(error, { low, high }) {
  const inside = clamp(Number.isFinite(error) ? error : high, low, high);
  return Math.log(inside / low) / Math.log(high / low);
}
