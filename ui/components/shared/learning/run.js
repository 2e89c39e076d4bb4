// One training: a network, its pictures and its rule, a step at a time.

import { Dice } from "../dice.js";
import { PIXELS } from "../picture.js";
import { Autoencoder } from "./autoencoder.js";
import { Batches, inkOf, noisy, parted } from "./batches.js";
import { deadUnits, firstFilters, gradientNorms, inkBytes, Plane, pictureCount } from "./look.js";
import { OPTIMISERS } from "./optimisers.js";
import { planOf } from "./plan.js";

const SHOWN_NOISE = 1; // seed of the noise on pictures that are only looked at

/**
 * @typedef {import("./settings.js").Settings} Settings
 * @typedef {{ settings: Settings, pictures: Uint8Array, labels: Uint8Array, shown: Uint8Array }} Begin
 */

export class Run {
  /** @param {Begin} begin */
  constructor({ settings, pictures, labels, shown }) {
    this.settings = { ...settings };
    this.pictures = pictures;
    this.shown = shown;
    const { train, held } = parted(pictureCount(pictures), settings.pictures);
    this.train = train;
    this.held = {
      rows: held,
      clean: inkOf(pictures, held),
      labels: labels && held.length ? takeLabels(labels, held) : null,
    };
    this.held.seen = noisy(this.held.clean, settings, new Dice(SHOWN_NOISE));
    this.network = new Autoencoder(this.settings);
    this.first = this.network.parameters.map(({ parameter }) => parameter.value.slice());
    this.rewind();
  }

  /** Go back to the weights it began with, and to the first batch. */
  rewind() {
    const parameters = this.network.parameters.map(({ parameter }) => parameter);
    parameters.forEach(({ value, gradient }, index) => {
      value.set(this.first[index]);
      gradient.fill(0);
    });
    this.batches = new Batches(this.settings, this.pictures, this.train);
    this.follow = OPTIMISERS[this.settings.optimiser](parameters);
    this.plane = new Plane();
    this.steps = 0;
    this.since = null;
    this.keep();
  }

  /** Keep the weights as they are, to fall back on. */
  keep() {
    this.kept = this.network.parameters.map(({ parameter }) => parameter.value.slice());
  }

  /**
   * Change what may change while it runs.
   *
   * @param {{ rate?: number, weight?: number }} changes
   */
  change(changes) {
    Object.assign(this.settings, changes);
  }

  /**
   * Learn from one batch.
   *
   * @returns {string | null} why it cannot go on, in a sentence
   */
  step() {
    const { x, target, count, chance } = this.batches.batch();
    const { terms, squared } = this.network.learn(x, target, count, chance);
    const total = Object.values(terms).reduce((sum, value) => sum + value, 0);
    if (!Number.isFinite(total)) return this.diverged();
    this.follow(this.settings.rate);
    this.steps += 1;
    this.since ??= { steps: 0, squared: 0, terms: {} };
    this.since.steps += 1;
    this.since.squared += squared / (count * PIXELS);
    for (const [name, value] of Object.entries({ ...terms, total })) {
      this.since.terms[name] = (this.since.terms[name] ?? 0) + value;
    }
    return null;
  }

  diverged() {
    this.network.parameters.forEach(({ parameter }, index) => {
      parameter.value.set(this.kept[index]);
    });
    this.since = null;
    const rate = Number((this.settings.rate / 10).toPrecision(2));
    return `Training diverged at step ${this.steps + 1}: the loss is no longer a number. The usual cause is a learning rate that is too high. Rewind, and try ${rate} instead of ${this.settings.rate}.`;
  }

  /** What is told once about a run. */
  begun() {
    const { network, settings, train, held } = this;
    const parameters = network.parameters.reduce((sum, { parameter }) => sum + parameter.value.length, 0);
    const layers = network.layers.filter(({ layer }) => layer.parameters.bias).map(({ name }) => name);
    const terms = ["reconstruction", ...Object.keys(network.penalty(new Float32Array(2 * settings.code), 1))];
    return {
      settings,
      parameters,
      shapes: shapes(settings),
      layers,
      terms,
      train: train.length,
      held: held.rows.length,
    };
  }

  /** What is told again and again: errors, pictures, codes and what the units do. */
  progress() {
    const { network, held, since } = this;
    const count = held.rows.length;
    const { terms, squared, codes } = network.measure(held.seen, held.clean, count);
    const shares = (sums, steps) =>
      Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, value / steps]));
    const news = {
      step: this.steps,
      epoch: (this.steps * this.batches.size) / this.train.length,
      train: since && { ...shares(since.terms, since.steps), mse: since.squared / since.steps },
      held: {
        ...terms,
        total: Object.values(terms).reduce((sum, value) => sum + value, 0),
        mse: squared / held.clean.length,
      },
      gradients: gradientNorms(network),
      dead: deadUnits(network, codes, count),
      codes: this.plane.of(codes.slice(), this.settings.code),
      codeLabels: held.labels,
      ...firstFilters(network),
      ...this.look(),
    };
    this.since = null;
    this.keep();
    return news;
  }

  /** What it makes of the pictures that are shown. */
  look() {
    const count = pictureCount(this.shown);
    const clean = inkOf(this.shown, inOrder(count));
    const seen = noisy(clean, this.settings, new Dice(SHOWN_NOISE));
    const { results } = this.network.measure(seen, clean, count);
    const noisyBytes = seen === clean ? null : inkBytes(seen, true);
    return { shown: inkBytes(results, this.network.output.linear), noisy: noisyBytes };
  }

  /** Weights by their names in PyTorch. */
  tensors(values = this.network.parameters.map(({ parameter }) => parameter.value)) {
    return this.network.parameters.map(({ name, parameter: { shape } }, index) => ({
      ...{ name, shape },
      values: values[index].slice(),
    }));
  }

  get initial() {
    return this.tensors(this.first);
  }
}

const inOrder = (count) => Int32Array.from({ length: count }, (_, at) => at);
const takeLabels = (labels, rows) => Uint8Array.from(rows, (row) => labels[row]);

/** Numbers that flow from layer to layer. */
function shapes(settings) {
  const { encoder, decoder } = planOf(settings);
  const size = ({ rows, made, kind }) => (made ? made[0] * made[1] * made[2] : kind === "reshape" ? 0 : rows);
  const sizes = (layers) => layers.map(size).filter(Boolean);
  const inner = sizes(encoder).slice(0, -1);
  return [PIXELS, ...inner, settings.code, ...sizes(decoder)];
}
