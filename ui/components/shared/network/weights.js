// Where a network's layers read their numbers from, one layer after the other.

import { paired, widen } from "./half.js";

export class Weights {
  /**
   * @param {Uint8Array} weights float16, layer by layer; all low bytes before all high ones
   * @param {Float32Array} biases layer by layer
   */
  constructor(weights, biases) {
    this.weights = widen(paired(weights));
    this.biases = biases;
    this.weightAt = this.biasAt = 0;
  }

  /** @param {number} count of the next weights */
  next(count) {
    this.weightAt += count;
    return this.weights.subarray(this.weightAt - count, this.weightAt);
  }

  /** @param {number} count of the next biases */
  nextBias(count) {
    this.biasAt += count;
    return this.biases.subarray(this.biasAt - count, this.biasAt);
  }
}
