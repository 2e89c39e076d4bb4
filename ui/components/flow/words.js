// What each picture of the flow shows, in words for those who do not see it.

import { written } from "../shared/numbers.js";

const FULL = 255;
const NO_ERROR = 128;
const percent = (part, whole) => `${Math.round((100 * part) / Math.max(whole, 1))} %`;

/**
 * @param {Uint8Array} ink bytes of the input
 * @param {Uint8Array} errors bytes around 128: below, ink is missing; above, there is too much
 * @returns {string} how much of the input's ink is lost, and how much there is that it does not have
 */
export function errorWords(ink, errors) {
  const whole = ink.reduce((sum, byte) => sum + byte, 0) / FULL;
  const [lost, added] = [-1, 1].map((sign) =>
    errors.reduce((sum, byte) => sum + Math.max(0, (sign * (byte - NO_ERROR)) / (NO_ERROR - 1)), 0),
  );
  return `${percent(lost, whole)} of the ink lost, ${percent(added, whole)} added`;
}

/**
 * @param {{ kind: string, label: string }} code as Python states it
 * @param {ArrayLike<number> | null} numbers of a drawing that Python has not seen yet
 * @param {{ code: ArrayLike<number>, cloud: Uint8Array }} arrays its place on the plane as shares, and other codes'
 * @returns {string} what code it is, and on a plane whose code lies nearest
 */
export function codeWords({ kind, label }, numbers, { code, cloud }) {
  if (kind !== "plane") return label;
  const at = numbers ? `Code: place (${written(numbers[0])}, ${written(numbers[1])}) on the plane` : label;
  let [least, nearest] = [Number.POSITIVE_INFINITY, -1];
  for (let dot = 0; dot < cloud.length; dot += 3) {
    const away = (cloud[dot] / FULL - code[0]) ** 2 + (cloud[dot + 1] / FULL - code[1]) ** 2;
    if (away < least) [least, nearest] = [away, cloud[dot + 2]];
  }
  return nearest < 0 ? at : `${at}, nearest test image: a ${nearest}`;
}
