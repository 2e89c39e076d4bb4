// A chain of layers, which computes exactly what torch computes with the same weights.

import { activation, cut, scaling, shift } from "./activation.js";
import { convolution } from "./convolution.js";
import { dense } from "./dense.js";
import { pooling } from "./pooling.js";
import { recurrent } from "./recurrent.js";
import { last, repeat } from "./sequence.js";
import { transposed } from "./transposed.js";
import { upsampling } from "./upsampling.js";
import { Weights } from "./weights.js";

/** @typedef {(input: Float32Array) => Float32Array} Step one layer; its result lies in a buffer that it writes over */

/** @type {Record<string, (layer: any, source: Weights) => Step>} */
const KINDS = {
  ...{ activation, convolution, cut, dense, last, pooling },
  ...{ recurrent, repeat, scaling, shift, transposed, upsampling },
};

/** Its result lies in a buffer that the next run writes over. */
export class Network {
  /**
   * @param {{ kind: string }[]} layers as `aemodels.inspection.browser_layers` describes them
   * @param {Uint8Array | Float32Array} weights layer by layer; bytes are float16
   * @param {Float32Array} biases layer by layer
   */
  constructor(layers, weights, biases) {
    const source = new Weights(weights, biases);
    this.steps = layers.map((layer) => KINDS[layer.kind](layer, source));
  }

  /**
   * @param {Float32Array} input
   * @returns {Float32Array}
   */
  run(input) {
    return this.steps.reduce((values, step) => step(values), input);
  }

  /**
   * Give what every layer puts out.
   *
   * @param {Float32Array} input
   * @returns {Float32Array[]} in buffers that the next run writes over
   */
  results(input) {
    let values = input;
    return this.steps.map((step) => {
      values = step(values);
      return values;
    });
  }
}
