// Weights as they travel, float16, made float32.

/**
 * Widen float16 numbers to float32.
 *
 * @param {Uint8Array} bytes two for every number
 * @returns {Float32Array}
 */
export function widen(bytes) {
  const bits = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
  const { Float16Array: Half } = /** @type {any} */ (globalThis);
  return Half ? new Float32Array(new Half(bits.buffer, bits.byteOffset, bits.length)) : Float32Array.from(bits, wide);
}

/**
 * Put the bytes of float16 numbers together.
 *
 * @param {Uint8Array} apart all low bytes, then all high ones
 * @returns {Uint8Array} two for every number
 */
export function paired(apart) {
  const count = apart.length / 2;
  const bytes = new Uint8Array(apart.length);
  for (let at = 0; at < count; at += 1) {
    bytes[2 * at] = apart[at];
    bytes[2 * at + 1] = apart[count + at];
  }
  return bytes;
}

/**
 * Read one float16 number, for browsers that cannot.
 *
 * @param {number} half its sixteen bits
 */
export function wide(half) {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 31;
  const fraction = half & 0x3ff;
  return exponent ? sign * 2 ** (exponent - 15) * (1 + fraction / 1024) : sign * 2 ** -24 * fraction;
}
