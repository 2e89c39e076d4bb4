// The same training in PyTorch: a script that has only what its settings need.

import { PIXELS } from "../picture.js";
import { planOf } from "./plan.js";
import { linearOutput } from "./settings.js";

/** @typedef {import("./settings.js").Settings} Settings */

const FUNCTIONS = { relu: "ReLU", selu: "SELU", silu: "SiLU", tanh: "Tanh", sigmoid: "Sigmoid", linear: "Identity" };

const OPTIMISERS = {
  sgd: (rate) => `SGD(model.parameters(), lr=${rate})`,
  momentum: (rate) => `SGD(model.parameters(), lr=${rate}, momentum=0.9)`,
  adam: (rate) => `Adam(model.parameters(), lr=${rate})`,
};

const CORRUPTIONS = {
  gaussian: (amount) => [`x = (clean + ${amount} * torch.randn_like(clean)).clamp(0, 1)`],
  masking: (amount) => [`x = clean * (torch.rand_like(clean) >= ${amount})`],
  salt_and_pepper: (amount) => [
    `x = torch.where((chance := torch.rand_like(clean)) < ${amount}, (chance < ${amount / 2}).float(), clean)`,
  ],
};

const LAYERS = {
  dense: ({ columns, rows }) => `nn.Linear(${columns}, ${rows})`,
  tied: ({ of }) => `Tied(encoder[${of}])`,
  activation: ({ function: name }) => `nn.${FUNCTIONS[name]}()`,
  convolution: ({ given, made, kernel, stride, padding }) =>
    `nn.Conv2d(${given[0]}, ${made[0]}, ${kernel[0]}, stride=${stride[0]}, padding=${padding[0]})`,
  transposed: ({ given, made, kernel, stride, padding }) =>
    `nn.ConvTranspose2d(${given[0]}, ${made[0]}, ${kernel[0]}, stride=${stride[0]}, padding=${padding[0]})`,
  pooling: ({ kernel, stride }) => `nn.MaxPool2d(${kernel[0]}, stride=${stride[0]})`,
  reshape: ({ made }) => (made ? `nn.Unflatten(1, (${made.join(", ")}))` : "nn.Flatten()"),
};

const HEAD = `"""Train as on the page “Train one”: pip install torch safetensors, then python train_one.py [STEPS]."""

import sys
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

start = load_file(Path(__file__).with_name("start.safetensors"))  # pictures, first weights, order of the batches
train, held, order = start.pop("train") / 255, start.pop("held") / 255, start.pop("order")
`;

const TIED = `

class Tied(nn.Module):
    def __init__(self, partner):
        super().__init__()
        self.partner = [partner]  # in a list, or its weights would be counted twice
        self.bias = nn.Parameter(torch.zeros(partner.in_features))

    def forward(self, z):
        return F.linear(z, self.partner[0].weight[: z.shape[1]].T, self.bias)


`;

const LOOP = `for step in range(1, int(sys.argv[1]) + 1 if len(sys.argv) > 1 else 1001):
    optimiser.zero_grad()
    sum(terms(train[order[(step - 1) % len(order)]]).values()).backward()
    optimiser.step()
    if step % 100 == 0:
        with torch.no_grad():
            print(step, {name: round(term.item(), 4) for name, term in terms(held, False).items()}, flush=True)
`;

/**
 * Write the script for settings.
 *
 * @param {Settings} settings
 * @returns {string} at most 60 lines of Python
 */
export function script(settings) {
  const { network, optimiser, rate, seed } = settings;
  const plan = planOf(settings);
  return [
    HEAD,
    network === "tied" ? TIED : "",
    sequential("encoder", plan.encoder),
    sequential("decoder", plan.decoder),
    'model = nn.ModuleDict({"encoder": encoder, "decoder": decoder})\n',
    "model.load_state_dict(start)\n",
    `optimiser = torch.optim.${OPTIMISERS[optimiser](rate)}\n`,
    `torch.manual_seed(${seed})\n\n\n`,
    defined("terms(clean, training=True)", lossLines(settings)),
    LOOP,
  ].join("");
}

/** A line for each layer with weights, and behind it what has none. */
function sequential(name, layers) {
  const lines = layers.map((layer) => {
    const begins = layer.rows || (layer.kernel?.length === 2 && layer.kind !== "pooling");
    return `${begins ? "\n    " : " "}${LAYERS[layer.kind](layer)},`;
  });
  return `${name} = nn.Sequential(${lines.join("")}\n)\n`;
}

function defined(head, lines) {
  return `def ${head}:\n${lines.map((line) => `    ${line}\n`).join("")}\n\n`;
}

/** @param {Settings} settings */
function lossLines(settings) {
  const { kind, network, loss, corruption, amount } = settings;
  const noise = kind === "denoising" ? CORRUPTIONS[corruption](amount) : [];
  const seen = noise.length ? "x" : "clean";
  const given = network === "convolutional" ? `${seen}.view(-1, 1, 28, 28)` : seen;
  const made = linearOutput(settings) || loss === "bce" ? "decoder(z)" : "decoder(z).sigmoid()";
  const error =
    loss === "bce"
      ? `F.binary_cross_entropy_with_logits(${made}, clean, reduction="sum")`
      : `(${made} - clean).square().sum()`;
  const { lines, name, term } = penalty(settings);
  return [
    `"""Name the terms of the loss: summed over ${PIXELS} pixels, mean over the pictures."""`,
    ...noise,
    ...(kind === "variational" ? [`mean, log_variance = encoder(${given}).chunk(2, 1)`] : [`z = encoder(${given})`]),
    ...lines,
    `reconstruction = ${error} / len(clean)`,
    `return {"reconstruction": reconstruction${name ? `, "${name}": ${term}` : ""}}`,
  ];
}

/** @param {Settings} settings */
function penalty({ kind, weight, target }) {
  if (kind === "sparse_l1") return { lines: [], name: "sparsity", term: `${weight} * z.sum(1).mean()` };
  if (kind === "sparse_kl") {
    const lines = [
      `p, q = ${target}, z.mean(0).clamp(1e-6, 1 - 1e-6)  # wanted and mean activation of each unit`,
      "kl = p * (p / q).log() + (1 - p) * ((1 - p) / (1 - q)).log()",
    ];
    return { lines, name: "sparsity", term: `${weight} * kl.sum()` };
  }
  if (kind === "variational") {
    const lines = [
      "z = mean + training * (0.5 * log_variance).exp() * torch.randn_like(mean)",
      "kl = 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance)",
    ];
    return { lines, name: "kl", term: `${weight} * kl.sum(1).mean()` };
  }
  return { lines: [], name: "", term: "" };
}
