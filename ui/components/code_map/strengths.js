// How strongly every point is painted.

import { CHOSEN, FAINT, PLAIN } from "../shared/dots.js";

/**
 * @typedef {object} Shown
 * @property {Uint8Array | Float32Array} values of every point, the index of its class or what a scale shows
 * @property {boolean} classes whether they are classes
 * @property {Set<number>} hidden classes
 * @property {number} looked the class that is looked at, -1 for none
 * @property {Set<number>} chosen rows
 */

/**
 * Weigh every point.
 *
 * @param {Shown} shown
 * @returns {Uint8Array} 0 for hidden, else faint, plain or chosen
 */
export function strengthsOf({ values, classes, hidden, looked, chosen }) {
  return Uint8Array.from(values, (value, row) => {
    if (classes && hidden.has(value)) return 0;
    if (looked >= 0 && classes) return value === looked ? CHOSEN : FAINT;
    if (chosen.size) return chosen.has(row) ? CHOSEN : FAINT;
    return PLAIN;
  });
}
