// What is trained and how: the settings of a run, their bounds, and those that one tap puts in place.

/**
 * @typedef {object} Settings
 * @property {"digits" | "mnist" | "fashion" | "own" | "mixture"} data
 * @property {number} pictures how many train; 0 for all
 * @property {"dense" | "convolutional" | "tied"} network
 * @property {number[]} widths units of the encoder's hidden layers; the decoder mirrors them
 * @property {number} code numbers in a code
 * @property {"plain" | "denoising" | "sparse_l1" | "sparse_kl" | "variational"} kind
 * @property {"gaussian" | "salt_and_pepper" | "masking"} corruption of a denoising autoencoder
 * @property {number} amount of it
 * @property {number} weight factor of the penalty; of a variational autoencoder, beta
 * @property {number} target mean activation that a KL penalty wants
 * @property {"relu" | "selu" | "silu" | "tanh" | "sigmoid" | "linear"} activation
 * @property {"bce" | "mse"} loss
 * @property {"sgd" | "momentum" | "adam"} optimiser
 * @property {number} rate learning rate
 * @property {number} batch pictures in a batch
 * @property {number} seed of weights, order and noise
 */

/** @type {Settings} */
export const DEFAULTS = {
  data: "digits",
  pictures: 0,
  network: "dense",
  widths: [],
  code: 32,
  kind: "plain",
  corruption: "masking",
  amount: 0.5,
  weight: 1,
  target: 0.05,
  activation: "relu",
  loss: "bce",
  optimiser: "adam",
  rate: 0.005,
  batch: 64,
  seed: 0,
};

/** Choices of a list; least and most of a number, and whether it is whole. */
export const BOUNDS = {
  data: ["digits", "mnist", "fashion", "own", "mixture"],
  pictures: { least: 0, most: 10000, whole: true },
  network: ["dense", "convolutional", "tied"],
  widths: { least: 4, most: 512, whole: true, layers: 4 },
  code: { least: 1, most: 128, whole: true },
  kind: ["plain", "denoising", "sparse_l1", "sparse_kl", "variational"],
  corruption: ["masking", "salt_and_pepper", "gaussian"],
  amount: { least: 0, most: 0.9, whole: false },
  weight: { least: 0, most: 100, whole: false },
  target: { least: 0.01, most: 0.5, whole: false },
  activation: ["relu", "selu", "silu", "tanh", "sigmoid", "linear"],
  loss: ["bce", "mse"],
  optimiser: ["sgd", "momentum", "adam"],
  rate: { least: 1e-5, most: 10, whole: false },
  batch: { least: 1, most: 256, whole: true },
  seed: { least: 0, most: 9999, whole: true },
};

/** @type {{ id: string, title: string, sentence: string, settings: Partial<Settings> }[]} */
export const PRESETS = [
  {
    id: "readable",
    title: "Learns to copy digits",
    sentence: "784 pixels squeezed through 32 numbers. Within seconds the copies can be read.",
    settings: {},
  },
  {
    id: "pca",
    title: "Learns PCA",
    sentence: "It can only add, so at best it equals PCA, a method without a network. It gets there.",
    settings: { code: 10, activation: "linear", loss: "mse", rate: 0.003 },
  },
  {
    id: "plane",
    title: "Digits on a plane",
    sentence:
      "A code of only two numbers: every digit becomes a point. Below, under “The codes of held-out pictures”, watch the colours part.",
    settings: { widths: [64, 32], code: 2, activation: "selu", batch: 32 },
  },
  {
    id: "dies",
    title: "Dies: learning rate too high",
    sentence: "A learning rate × 200: its units die (always give the same), and all copies look alike.",
    settings: { widths: [128], rate: 1 },
  },
  {
    id: "collapses",
    title: "Collapses: beta too high",
    sentence: "Variational: a penalty, beta, holds its codes so near zero that they tell nothing any more.",
    settings: { widths: [64], code: 8, kind: "variational", weight: 20 },
  },
  {
    id: "memorises",
    title: "Memorises: 20 pictures",
    sentence: "The error of its 20 pictures falls to nearly nothing; that of others soon stops falling.",
    settings: { pictures: 20, widths: [256], batch: 20 },
  },
];

/**
 * Make whole, valid settings of anything; what makes no sense becomes the default.
 *
 * @param {any} given
 * @returns {Settings}
 */
export function checked(given) {
  const right = (key, value) => {
    const bounds = /** @type {any} */ (BOUNDS)[key];
    if (key === "widths") return Array.isArray(value) && value.length <= bounds.layers && value.every(within(bounds));
    return Array.isArray(bounds) ? bounds.includes(value) : within(bounds)(value);
  };
  const entries = Object.entries(DEFAULTS).map(([key, usual]) => [key, right(key, given?.[key]) ? given[key] : usual]);
  return structuredClone(Object.fromEntries(entries));
}

const within =
  ({ least, most, whole }) =>
  (value) =>
    Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value));

/**
 * Say whether pictures come out as they are summed, in any range, and not through a sigmoid.
 *
 * @param {Settings} settings
 */
export function linearOutput({ activation, loss }) {
  return activation === "linear" && loss === "mse";
}
