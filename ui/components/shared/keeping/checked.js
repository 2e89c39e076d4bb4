// A kept model, validated wholly: its file, its settings, and every number against what these settings want.

import { tensorShapes } from "../learning/plan.js";
import { checked } from "../learning/settings.js";
import { read, written } from "./safetensors.js";
import { sentences } from "./sentences.js";

export const MOST_BYTES = 50 * 2 ** 20;
const LONGEST_NAME = 60;

/**
 * @typedef {object} Model
 * @property {string} name by the student
 * @property {import("../learning/settings.js").Settings} settings
 * @property {number} step
 * @property {number} mse on held-out pictures, a pixel
 * @property {import("./safetensors.js").Read[]} tensors in the order of `tensorShapes`
 */

/**
 * Write a model as a file.
 *
 * @param {Model} model
 * @returns {Uint8Array}
 */
export function bytesOf({ name, settings, step, mse, tensors }) {
  return written(tensors, { name, settings: JSON.stringify(settings), step: String(step), mse: String(mse) });
}

/**
 * Read a model that the student chose from their files; one that is too large is not even read.
 *
 * @param {Blob} file
 * @returns {Promise<Model>}
 * @throws {Error} as `model`
 */
export async function modelIn(file) {
  if (file.size > MOST_BYTES) throw new Error(sentences.tooLarge(file.size, MOST_BYTES));
  return model(new Uint8Array(await file.arrayBuffer()));
}

/**
 * Read a model.
 *
 * @param {Uint8Array} bytes of its file
 * @returns {Model}
 * @throws {Error} whose message says in a sentence what is wrong, and what to do
 */
export function model(bytes) {
  const { tensors, metadata } = read(bytes, MOST_BYTES);
  const settings = settingsIn(metadata);
  const [step, mse] = [Number(metadata.step), Number(metadata.mse)];
  return {
    name: (metadata.name ?? "").trim().slice(0, LONGEST_NAME) || "Without a name",
    settings,
    step: Number.isSafeInteger(step) && step > 0 ? step : 0,
    mse: metadata.mse && Number.isFinite(mse) ? mse : NaN,
    tensors: fitting(tensors, settings),
  };
}

function settingsIn(metadata) {
  if (!metadata.settings) throw new Error(sentences.noSettings());
  let given = null;
  try {
    given = JSON.parse(metadata.settings);
  } catch {
    throw new Error(sentences.badSettings());
  }
  const settings = checked(given);
  const right = ([key, value]) => !(key in given) || JSON.stringify(given[key]) === JSON.stringify(value);
  if (!given || typeof given !== "object" || !Object.entries(settings).every(right))
    throw new Error(sentences.badSettings());
  return settings;
}

/** Put tensors in order; each has to be there, in its shape, with finite numbers. */
function fitting(tensors, settings) {
  const found = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const wanted = tensorShapes(settings);
  const names = new Set(wanted.map(({ name }) => name));
  const unknown = tensors.find(({ name }) => !names.has(name));
  if (unknown) throw new Error(sentences.unknown(unknown.name));
  return wanted.map(({ name, shape }) => {
    const tensor = found.get(name);
    if (!tensor) throw new Error(sentences.missing(name));
    if (tensor.shape.join() !== shape.join()) throw new Error(sentences.shape(name, tensor.shape, shape));
    if (!tensor.values.every(Number.isFinite)) throw new Error(sentences.notFinite(name));
    return tensor;
  });
}
