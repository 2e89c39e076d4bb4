// The controls of a training: what each is called, what can be chosen, and when it applies.

import { CODES } from "../training/layers.js";

/**
 * @typedef {import("../shared/learning/settings.js").Settings} Settings
 * @typedef {[value: any, words: string]} Choice
 *
 * @typedef {object} Field
 * @property {keyof Settings} name
 * @property {string | ((settings: Settings) => string)} label
 * @property {string} help what it does, in a sentence
 * @property {Choice[]} [choices] none for a number field
 * @property {boolean} [scale] whether the choices are steps of a scale, with − and +
 * @property {boolean} [live] whether it may change while a training runs
 * @property {(settings: Settings) => boolean} [applies]
 */

const numbers = (...values) =>
  values.map((value) => /** @type {Choice} */ ([value, value.toLocaleString("en", PLAIN)]));
const PLAIN = { maximumFractionDigits: 6 };
const PENALISED = ["sparse_l1", "sparse_kl", "variational"];
const RATES = [1e-5, 3e-5, 1e-4, 2e-4, 5e-4, 0.001, 0.002, 0.003, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];
const WEIGHTS = [0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 2, 4, 10, 20, 50, 100];

/** @type {Field[]} */
export const FIELDS = [
  {
    name: "rate",
    label: "Learning rate",
    help: "How far the weights go in one step. Too low: slow. Too high: it jumps about, or dies.",
    choices: numbers(...RATES),
    scale: true,
    live: true,
  },
  {
    name: "weight",
    label: ({ kind }) => (kind === "variational" ? "Beta (β)" : "Weight of the penalty"),
    help: "How much the penalty counts beside the reconstruction.",
    choices: numbers(...WEIGHTS),
    scale: true,
    live: true,
    applies: ({ kind }) => PENALISED.includes(kind),
  },
  {
    name: "data",
    label: "Learns from",
    help: "Which pictures it sees.",
    choices: [],
  },
  {
    name: "pictures",
    label: "How many",
    help: "Few pictures are learnt by heart; many teach what digits have in common.",
    choices: [[0, "all"], ...numbers(20, 100, 500, 2000)],
  },
  {
    name: "kind",
    label: "Kind",
    help: "Denoising: gets a noisy picture and has to give back the clean one. Sparse: few numbers of a code may be on. Variational: codes lie around zero, so that you can draw new ones.",
    choices: [
      ["plain", "plain"],
      ["denoising", "denoising"],
      ["sparse_l1", "sparse (L1)"],
      ["sparse_kl", "sparse (KL)"],
      ["variational", "variational"],
    ],
  },
  {
    name: "corruption",
    label: "Noise",
    help: "How pictures are damaged before the network sees them.",
    choices: [
      ["masking", "masking"],
      ["salt_and_pepper", "salt and pepper"],
      ["gaussian", "Gaussian"],
    ],
    applies: ({ kind }) => kind === "denoising",
  },
  {
    name: "amount",
    label: "Amount of noise",
    help: "Share of damaged pixels, or standard deviation of the noise.",
    choices: numbers(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9),
    applies: ({ kind }) => kind === "denoising",
  },
  {
    name: "target",
    label: "Wanted activity",
    help: "How active a number of the code should be on average, from 0 to 1.",
    choices: numbers(0.01, 0.02, 0.05, 0.1, 0.2, 0.5),
    applies: ({ kind }) => kind === "sparse_kl",
  },
  {
    name: "network",
    label: "Network",
    help: "Dense: every unit sees all pixels. Convolutional: small windows that wander over the picture. Tied: the decoder uses the encoder's weights, turned round.",
    choices: [
      ["dense", "dense"],
      ["convolutional", "convolutional"],
      ["tied", "tied"],
    ],
  },
  { name: "code", label: "Code size", help: "Numbers in the narrow middle.", choices: numbers(...CODES), scale: true },
  {
    name: "activation",
    label: "Activation",
    help: "What bends the sums in hidden layers. Linear: nothing, then it can only learn PCA.",
    choices: [
      ["relu", "ReLU"],
      ["selu", "SELU"],
      ["silu", "SiLU"],
      ["tanh", "tanh"],
      ["sigmoid", "sigmoid"],
      ["linear", "linear"],
    ],
  },
  {
    name: "loss",
    label: "Loss",
    help: "How a copy is compared with its picture.",
    choices: [
      ["bce", "cross-entropy"],
      ["mse", "squared error"],
    ],
  },
  {
    name: "optimiser",
    label: "Optimiser",
    help: "How gradients become steps. Adam adapts the rate for every weight.",
    choices: [
      ["adam", "Adam"],
      ["momentum", "momentum"],
      ["sgd", "SGD"],
    ],
  },
  {
    name: "batch",
    label: "Batch size",
    help: "Pictures it learns from in one step.",
    choices: numbers(1, 4, 16, 20, 32, 64, 128, 256),
  },
  {
    name: "seed",
    label: "Seed",
    help: "Another number, other random weights to begin with; the same number, the same run.",
  },
];
