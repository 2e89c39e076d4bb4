// Settings of a training in words.

import { PIXELS } from "../shared/picture.js";

const DATA = {
  digits: "scikit-learn's digits",
  mnist: "MNIST",
  fashion: "Fashion-MNIST",
  own: "your drawings",
  mixture: "digits and your drawings",
};
const FUNCTIONS = { relu: "ReLU", selu: "SELU", silu: "SiLU", tanh: "tanh", sigmoid: "sigmoid", linear: "linear" };
const LOSSES = { bce: "cross-entropy", mse: "squared error" };

/** @typedef {import("../shared/learning/settings.js").Settings} Settings */

/** @type {Record<Settings["kind"], (settings: Settings) => string>} */
const KINDS = {
  plain: () => "",
  denoising: ({ corruption, amount }) => `, denoising (${corruption.replaceAll("_", " ")} ${amount})`,
  sparse_l1: ({ weight }) => `, sparse (L1 × ${weight})`,
  sparse_kl: ({ weight, target }) => `, sparse (KL × ${weight}, target ${target})`,
  variational: ({ weight }) => `, variational (β = ${weight})`,
};

/**
 * @param {Settings} settings
 * @param {number} step after how many it was kept
 * @returns {string}
 */
export function settingsWords(settings, step) {
  const { network, widths, code, activation, loss, data, pictures } = settings;
  const layers = [PIXELS, ...widths, code].join(" → ");
  const shape = network === "convolutional" ? `convolutional, ${PIXELS} → ${code}` : `${network}, ${layers}`;
  const steps = step ? `${step.toLocaleString("en")} ${step === 1 ? "step" : "steps"} on ` : "trained on ";
  const few = pictures ? `${pictures} of ` : "";
  const kind = KINDS[settings.kind](settings);
  return `${shape}${kind}; ${FUNCTIONS[activation]}, ${LOSSES[loss]}; ${steps}${few}${DATA[data]}`;
}
