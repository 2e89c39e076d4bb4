// Gradients of a batch in double precision, and weights after steps of an optimiser on fixed gradients.

import { Autoencoder } from "../../../ui/components/shared/learning/autoencoder.js";
import { OPTIMISERS } from "../../../ui/components/shared/learning/optimisers.js";
import { Parameter } from "../../../ui/components/shared/learning/parameter.js";
import { checked } from "../../../ui/components/shared/learning/settings.js";

export default function compute({ networks, optimisers }) {
  return { networks: networks.map(gradients), optimisers: optimisers.map(followed) };
}

function gradients({ settings, x, target, chance, count }) {
  const network = new Autoencoder(checked(settings), Float64Array);
  const [seen, wanted, drawn] = [x, target, chance].map((values) => Float64Array.from(values));
  const { terms, squared } = network.learn(seen, wanted, count, drawn);
  const learnt = network.parameters.map(({ name, parameter: { shape, value, gradient } }) => {
    return { name, shape, value: Array.from(value), gradient: Array.from(gradient) };
  });
  return { terms, squared, learnt };
}

function followed({ rule, rate, start, slopes }) {
  const parameter = new Parameter([start.length], Float64Array);
  parameter.value.set(start);
  const step = OPTIMISERS[rule]([parameter]);
  for (const slope of slopes) {
    parameter.gradient.set(slope);
    step(rate);
  }
  return Array.from(parameter.value);
}
