// An LSTM that reads step by step; what it makes are its states after all steps.

import { sigmoid } from "./activation.js";
import { products } from "./products.js";

/**
 * @param {{ steps: number, columns: number, size: number }} layer steps of an input, numbers in a step, numbers of a state
 * @param {import("./weights.js").Weights} source
 * @returns {import("./network.js").Step}
 */
export function recurrent({ steps, columns, size }, source) {
  const gates = 4 * size; // input, forget, cell, output
  const fromInput = source.next(gates * columns);
  const fromState = source.next(gates * size);
  const bias = source.nextBias(gates);
  const given = new Float32Array(steps * gates);
  const recalled = new Float32Array(gates);
  const out = new Float32Array(steps * size);
  const cell = new Float32Array(size);
  return (input) => {
    products(input, fromInput, columns, given);
    recalled.fill(0);
    cell.fill(0);
    for (let step = 0; step < steps; step += 1) {
      if (step) products(fromState, out.subarray((step - 1) * size, step * size), size, recalled);
      const gate = (at) => given[step * gates + at] + recalled[at] + bias[at];
      for (let at = 0; at < size; at += 1) {
        const kept = sigmoid(gate(size + at)) * cell[at];
        cell[at] = kept + sigmoid(gate(at)) * Math.tanh(gate(2 * size + at));
        out[step * size + at] = sigmoid(gate(3 * size + at)) * Math.tanh(cell[at]);
      }
    }
    return out;
  };
}
