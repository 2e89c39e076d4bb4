// What settings mean: both halves of the network, layer by layer, and the names and shapes of their weights in PyTorch.

import { PIXELS } from "../picture.js";

/** @typedef {import("./settings.js").Settings} Settings */

/**
 * @typedef {object} Layer one of the kinds of `../network/`, in its own words
 * @property {"dense" | "tied" | "activation" | "convolution" | "pooling" | "transposed" | "reshape"} kind
 * @property {number} [rows] what a dense or tied layer makes
 * @property {number} [columns] what it takes
 * @property {number} [of] place in the encoder of the layer whose weights a tied one shares
 * @property {string} [function] of an activation
 * @property {[number, number, number]} [given] channels, height and width
 * @property {[number, number, number]} [made]
 * @property {number[]} [kernel]
 * @property {number[]} [stride]
 * @property {number[]} [padding]
 */

/** @typedef {{ encoder: Layer[], decoder: Layer[] }} Plan layers at their places in PyTorch's `nn.Sequential` */

const CODE_ACTIVATIONS = { sparse_l1: "relu", sparse_kl: "sigmoid" };

const dense = (columns, rows) => ({ kind: "dense", rows, columns });
const bend = (name) => ({ kind: "activation", function: name });
const window = (kind, given, made, size, stride, padding) => ({
  ...{ kind, given, made },
  ...{ kernel: [size, size], stride: [stride, stride], padding: [padding, padding] },
});

/**
 * Lay a network out. What the decoder makes are logits, or pictures where the output is linear.
 *
 * @param {Settings} settings
 * @returns {Plan}
 */
export function planOf(settings) {
  const plan = settings.network === "convolutional" ? convolutional(settings) : chains(settings);
  const last = CODE_ACTIVATIONS[settings.kind];
  if (last) plan.encoder.push(/** @type {Layer} */ (bend(last)));
  return plan;
}

/**
 * Count the numbers that the encoder makes: a variational one gives means and log variances.
 *
 * @param {{ kind: string, code: number }} settings
 */
export function encoded({ kind, code }) {
  return kind === "variational" ? 2 * code : code;
}

/** @returns {Plan} */
function chains(settings) {
  const { widths, code, activation, network } = settings;
  const sizes = [PIXELS, ...widths];
  /** @type {any[]} */
  const encoder = widths.flatMap((width, at) => [dense(sizes[at], width), bend(activation)]);
  encoder.push(dense(sizes.at(-1), encoded(settings)));
  const back = [code, ...sizes.reverse()];
  const decoder = back.slice(1).flatMap((width, at) => {
    const layer = {
      ...dense(back[at], width),
      ...(network === "tied" && { kind: "tied", of: 2 * (widths.length - at) }),
    };
    return at ? [bend(activation), layer] : [layer];
  });
  return { encoder, decoder: /** @type {Layer[]} */ (decoder) };
}

/** The layers of `aemodels.variants.conv_strided`, with a dense one on either side of the code. */
function convolutional(settings) {
  const { activation, code } = settings;
  /** @type {any[]} */
  const encoder = [
    ...[window("convolution", [1, 28, 28], [16, 10, 10], 3, 3, 1), bend(activation)],
    window("pooling", [16, 10, 10], [16, 5, 5], 2, 2, 0),
    ...[window("convolution", [16, 5, 5], [8, 3, 3], 3, 2, 1), bend(activation)],
    window("pooling", [8, 3, 3], [8, 2, 2], 2, 1, 0),
    ...[{ kind: "reshape" }, dense(32, encoded(settings))],
  ];
  /** @type {any[]} */
  const decoder = [
    ...[dense(code, 32), bend(activation), { kind: "reshape", made: [8, 2, 2] }],
    ...[window("transposed", [8, 2, 2], [16, 5, 5], 3, 2, 0), bend(activation)],
    ...[window("transposed", [16, 5, 5], [8, 15, 15], 5, 3, 1), bend(activation)],
    ...[window("transposed", [8, 15, 15], [1, 28, 28], 2, 2, 1), { kind: "reshape" }],
  ];
  return { encoder, decoder };
}

/**
 * Name all weights, as `state_dict` does, with their shapes.
 *
 * @param {Settings} settings
 * @returns {{ name: string, shape: number[] }[]}
 */
export function tensorShapes(settings) {
  return Object.entries(planOf(settings)).flatMap(([half, layers]) =>
    layers.flatMap((layer, place) =>
      weightShapes(layer).map(([name, shape]) => ({ name: `${half}.${place}.${name}`, shape })),
    ),
  );
}

/** @type {(layer: Layer) => [string, number[]][]} */
function weightShapes({ kind, rows, columns, given, made, kernel }) {
  if (kind === "tied") return [["bias", [rows]]];
  if (kind === "dense") return pair([rows, columns], rows);
  if (kind === "convolution") return pair([made[0], given[0], ...kernel], made[0]);
  if (kind === "transposed") return pair([given[0], made[0], ...kernel], made[0]);
  return [];
}

/** @returns {[string, number[]][]} */
function pair(shape, size) {
  return [
    ["weight", shape],
    ["bias", [size]],
  ];
}
