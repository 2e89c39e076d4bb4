// A code's numbers as shares of what test images usually give, as `aemodels.latent.scales` has it.

import { clamp } from "../shared/numbers.js";

/** @typedef {{ kind: string, low: number | number[], high: number | number[], most: number | null }} Scaled */

/**
 * @param {Float32Array} code
 * @param {Scaled} scale
 * @returns {Float32Array} places on the plane from 0 to 1; or shares of the highest number, and of the lowest below 0
 */
export function sharesOf(code, { kind, low, high, most }) {
  if (kind === "plane") return code.map((value, axis) => clamp((value - low[axis]) / (high[axis] - low[axis]), 0, 1));
  const [down, up] = [Math.max(-low, 1e-6), Math.max(Number(high), 1e-6)];
  return code.slice(0, most ?? code.length).map((value) => value / (value < 0 ? down : up));
}
