// Pictures as every model sees them: 28 x 28 numbers from 0 (paper) to 1 (ink), row by row.

export const SIDE = 28;
export const PIXELS = SIDE * SIDE;

/**
 * Cut one picture out of many.
 *
 * @template {Uint8Array | Float32Array} Values
 * @param {Values} values
 * @param {number} index
 * @returns {Values}
 */
export function pictureAt(values, index) {
  return /** @type {Values} */ (values.subarray(index * PIXELS, (index + 1) * PIXELS));
}

/**
 * Turn a number into a byte of ink; what lies outside [0, 1] is cut off.
 *
 * @param {number} value
 */
export function inkByte(value) {
  return Math.min(255, Math.max(0, Math.floor(255 * value + 0.5)));
}

/**
 * Turn signed errors into bytes around 128: below, ink is missing; above, there is too much.
 *
 * @param {Float32Array} picture
 * @param {Float32Array} ink what it should be
 * @returns {Uint8Array}
 */
export function errorBytes(picture, ink) {
  const inside = (value) => Math.min(1, Math.max(0, value));
  return Uint8Array.from(picture, (value, at) => {
    const error = Math.min(1, Math.max(-1, value - inside(ink[at])));
    return Math.round(128 + 127 * error);
  });
}

/**
 * Turn bytes of ink into numbers from 0 to 1.
 *
 * @param {Uint8Array} bytes
 * @returns {Float32Array}
 */
export function inkValues(bytes) {
  return Float32Array.from(bytes, (byte) => byte / 255);
}

/**
 * Turn pictures into bytes of ink.
 *
 * @param {ArrayLike<number>} values
 * @returns {Uint8Array}
 */
export function inkBytes(values) {
  return Uint8Array.from(values, inkByte);
}
