// An autoencoder that learns: both halves as chains of layers, the loss by named terms, and the way back through all.

import { Dice } from "../dice.js";
import { Dense, Tied } from "./dense.js";
import { Activation, Pooling, Reshape } from "./elementwise.js";
import { kl, reconstruction, sparsityKl, sparsityL1 } from "./losses.js";
import { buffer } from "./parameter.js";
import { planOf } from "./plan.js";
import { linearOutput } from "./settings.js";
import { Convolution, Transposed } from "./windows.js";

/** @type {Record<string, new (layer: any, Real: any) => any>} */
const KINDS = {
  ...{ dense: Dense, activation: Activation, pooling: Pooling },
  ...{ reshape: Reshape, convolution: Convolution, transposed: Transposed },
};

/** @typedef {{ terms: Record<string, number>, squared: number }} Measured terms; sum of all pixels' squared errors */

export class Autoencoder {
  /**
   * @param {import("./settings.js").Settings} settings
   * @param {import("./parameter.js").Real} [Real]
   */
  constructor(settings, Real = Float32Array) {
    this.settings = settings;
    const plan = planOf(settings);
    /** @type {any[]} */
    this.encoder = plan.encoder.map((layer) => new KINDS[layer.kind](layer, Real));
    /** @type {any[]} */
    this.decoder = plan.decoder.map((layer) =>
      layer.kind === "tied"
        ? new Tied(/** @type {any} */ (layer), this.encoder[layer.of], Real)
        : new KINDS[layer.kind](layer, Real),
    );
    this.output = { loss: settings.loss, linear: linearOutput(settings) };
    this.drawn = buffer(Real);
    this.sloped = buffer(Real);
    /** All layers with the names of their places in PyTorch. */
    this.layers = ["encoder", "decoder"].flatMap((half) =>
      this[half].map((layer, place) => ({ name: `${half}.${place}`, layer })),
    );
    /** @type {{ name: string, parameter: import("./parameter.js").Parameter }[]} */
    this.parameters = this.layers.flatMap(({ name, layer }) =>
      Object.entries(layer.parameters).map(([key, parameter]) => ({ name: `${name}.${key}`, parameter })),
    );
    const dice = new Dice(settings.seed);
    for (const { layer } of this.layers) layer.draw(dice);
  }

  get variational() {
    return this.settings.kind === "variational";
  }

  /**
   * Encode pictures; a variational encoder gives means, then log variances.
   *
   * @param {any} x (count, 784)
   * @param {number} count
   * @returns {any} in a buffer that the next call writes over
   */
  encode(x, count) {
    return this.encoder.reduce((values, layer) => layer.forward(values, count), x);
  }

  /**
   * Decode codes (count, code) into logits, or pictures where the output is linear; in a buffer as in `encode`.
   *
   * @param {any} codes
   * @param {number} count
   */
  decode(codes, count) {
    return this.decoder.reduce((values, layer) => layer.forward(values, count), codes);
  }

  /**
   * Cut the means out of what a variational encoder makes; any other encoder makes codes.
   *
   * @param {any} made (count, size)
   * @param {number} count
   */
  means(made, count) {
    return this.variational ? this.draw(made, count, null) : made;
  }

  /** Draw codes: means, and a random part of the deviations. */
  draw(made, count, chance) {
    const size = this.settings.code;
    const codes = this.drawn(count * size);
    for (let at = 0, from = 0; at < codes.length; from += size) {
      for (let unit = 0; unit < size; unit += 1, at += 1, from += 1) {
        codes[at] = made[from] + (chance ? Math.exp(0.5 * made[from + size]) * chance[at] : 0);
      }
    }
    return codes;
  }

  /**
   * Measure the loss by terms, without learning; a variational autoencoder decodes its means.
   *
   * @param {any} x (count, 784), what the network sees
   * @param {any} target same shape
   * @param {number} count
   * @returns {Measured & { codes: any, results: any }} codes, and what the decoder made
   */
  measure(x, target, count) {
    const made = this.encode(x, count);
    const codes = this.means(made, count);
    const results = this.decode(codes, count);
    const { value, squared } = reconstruction(this.output, results, target, count, this.sloped(results.length));
    return { terms: { reconstruction: value, ...this.penalty(made, count) }, squared, codes, results };
  }

  /**
   * Compute the gradients of the loss on a batch.
   *
   * @param {any} x (count, 784)
   * @param {any} target same shape
   * @param {number} count
   * @param {any} [chance] (count, code) standard normal numbers, for a variational one
   * @returns {Measured}
   */
  learn(x, target, count, chance) {
    for (const { parameter } of this.parameters) parameter.gradient.fill(0);
    const made = this.encode(x, count);
    const results = this.decode(this.variational ? this.draw(made, count, chance) : made, count);
    const { value, squared } = reconstruction(this.output, results, target, count, results);
    let slope = this.decoder.reduceRight((values, layer) => layer.backward(values, count), results);
    const whole = this.sloped(made.length);
    if (!this.variational) whole.set(slope);
    const penalty = this.penalty(made, count, whole);
    if (this.variational) this.through(slope, made, chance, whole);
    slope = whole;
    for (let at = this.encoder.length - 1; at >= 0; at -= 1) slope = this.encoder[at].backward(slope, count, at > 0);
    return { terms: { reconstruction: value, ...penalty }, squared };
  }

  /**
   * The term beside the reconstruction; its gradient is added to a slope, of a variational one written into it.
   *
   * @param {any} made by the encoder, (count, size)
   * @param {number} count
   * @param {any} [slope] same shape
   * @returns {Record<string, number>}
   */
  penalty(made, count, slope) {
    const { kind, weight, target } = this.settings;
    if (kind === "sparse_l1") return { sparsity: sparsityL1(made, count, weight, slope) };
    if (kind === "sparse_kl") return { sparsity: sparsityKl(made, count, weight, target, slope) };
    if (kind === "variational") return { kl: kl(made, count, weight, slope) };
    return {};
  }

  /** Add the gradient of codes that were drawn to that of means and log variances. */
  through(slope, made, chance, whole) {
    const size = this.settings.code;
    for (let at = 0, from = 0; at < slope.length; from += size) {
      for (let unit = 0; unit < size; unit += 1, at += 1, from += 1) {
        whole[from] += slope[at];
        whole[from + size] += slope[at] * chance[at] * 0.5 * Math.exp(0.5 * made[from + size]);
      }
    }
  }
}
