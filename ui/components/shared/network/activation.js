// Functions of every number by itself.

/** @param {number} x */
export const sigmoid = (x) => 1 / (1 + Math.exp(-x));

const FUNCTIONS = {
  /** @param {number} x */
  relu: (x) => Math.max(x, 0),
  /** @param {number} x */
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x)),
  /** @param {number} x */
  silu: (x) => x * sigmoid(x),
  sigmoid,
  tanh: Math.tanh,
};

/**
 * @param {{ function: keyof typeof FUNCTIONS }} layer
 * @returns {import("./network.js").Step}
 */
export function activation({ function: name }) {
  return elementwise(FUNCTIONS[name]);
}

/**
 * Bring every number into a range; null for no limit.
 *
 * @param {{ low: number | null, high: number | null }} layer
 * @returns {import("./network.js").Step}
 */
export function cut({ low, high }) {
  return elementwise((x) => Math.min(high ?? Infinity, Math.max(low ?? -Infinity, x)));
}

/**
 * Multiply every number with a factor and add a shift.
 *
 * @param {{ factor: number, shift: number }} layer
 * @returns {import("./network.js").Step}
 */
export function scaling({ factor, shift }) {
  return elementwise((x) => factor * x + shift);
}

/**
 * Add to each number one of its own.
 *
 * @param {{ size: number }} layer
 * @param {import("./weights.js").Weights} source
 * @returns {import("./network.js").Step}
 */
export function shift({ size }, source) {
  const bias = source.nextBias(size);
  return elementwise((x, at) => x + bias[at]);
}

/** @param {(x: number, at: number) => number} compute */
function elementwise(compute) {
  let out = new Float32Array(0);
  return (input) => {
    if (out.length !== input.length) out = new Float32Array(input.length);
    for (let at = 0; at < out.length; at += 1) out[at] = compute(input[at], at);
    return out;
  };
}
