// Where a network's layers read their numbers from, one layer after the other.

import { paired, widen } from "./half.js";

export class Weights {
  /**
   * @param {Uint8Array | Float32Array} weights layer by layer; bytes are float16, all low ones before all high ones
   * @param {Float32Array} biases layer by layer
   */
  constructor(weights, biases) {
    this.weights = weights instanceof Float32Array ? weights : widen(paired(weights));
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
