// A network that has learnt, as the chains that all pages run.

import { Network } from "../network/network.js";
import { planOf } from "./plan.js";
import { linearOutput } from "./settings.js";

/** @typedef {{ name: string, shape: number[], values: Float32Array }} Tensor */

/**
 * Make both halves; the encoder of a variational one gives means, then log variances.
 *
 * @param {import("./settings.js").Settings} settings
 * @param {Tensor[]} tensors as `Run.tensors` gives them
 * @returns {{ encoder: Network, decoder: Network, code: number }}
 */
export function halves(settings, tensors) {
  const plan = planOf(settings);
  const values = new Map(tensors.map(({ name, values }) => [name, values]));
  const ends = linearOutput(settings) ? [] : [{ kind: "activation", function: "sigmoid" }];
  const chain = (half, more) => {
    const layers = plan[half].flatMap((layer, place) => written(layer, `${half}.${place}`, values));
    return new Network(
      [...layers.map(({ layer }) => layer), ...more],
      joined(layers, "weight"),
      joined(layers, "bias"),
    );
  };
  return { encoder: chain("encoder", []), decoder: chain("decoder", ends), code: settings.code };
}

const NONE = new Float32Array(0);

function written(layer, name, values) {
  if (layer.kind === "reshape" || layer.function === "linear") return [];
  const [weight, bias] = [values.get(`${name}.weight`) ?? NONE, values.get(`${name}.bias`) ?? NONE];
  if (layer.kind !== "tied") return [{ layer, weight, bias }];
  const { rows, columns, of } = layer;
  const shared = values.get(`encoder.${of}.weight`);
  const turned = Float32Array.from(
    { length: rows * columns },
    (_, at) => shared[(at % columns) * rows + Math.floor(at / columns)],
  );
  return [{ layer: { kind: "dense", rows, columns }, weight: turned, bias }];
}

function joined(layers, key) {
  const out = new Float32Array(layers.reduce((sum, layer) => sum + layer[key].length, 0));
  let at = 0;
  for (const layer of layers) {
    out.set(layer[key], at);
    at += layer[key].length;
  }
  return out;
}
