// The beginning and the end of what goes step by step.

/**
 * Give all numbers several times over.
 *
 * @param {{ times: number }} layer
 * @returns {import("./network.js").Step}
 */
export function repeat({ times }) {
  let out = new Float32Array(0);
  return (input) => {
    if (out.length !== times * input.length) out = new Float32Array(times * input.length);
    for (let time = 0; time < times; time += 1) out.set(input, time * input.length);
    return out;
  };
}

/**
 * Give the last numbers.
 *
 * @param {{ size: number }} layer
 * @returns {import("./network.js").Step}
 */
export function last({ size }) {
  return (input) => input.subarray(input.length - size);
}
