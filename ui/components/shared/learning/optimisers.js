// How weights follow their gradients: the rules of `torch.optim`, with its defaults.

const [MOMENTUM, FIRST, SECOND, TINY] = [0.9, 0.9, 0.999, 1e-8];

/**
 * One rule for all weights: `step(rate)` changes them by their gradients.
 *
 * @type {Record<string, (parameters: import("./parameter.js").Parameter[]) => (rate: number) => void>}
 */
export const OPTIMISERS = {
  sgd: (parameters) => (rate) => {
    for (const { value, gradient } of parameters) {
      for (let at = 0; at < value.length; at += 1) value[at] -= rate * gradient[at];
    }
  },

  momentum: (parameters) => {
    const speeds = parameters.map(({ value }) => value.slice().fill(0));
    return (rate) => {
      parameters.forEach(({ value, gradient }, index) => {
        const speed = speeds[index];
        for (let at = 0; at < value.length; at += 1) {
          speed[at] = MOMENTUM * speed[at] + gradient[at];
          value[at] -= rate * speed[at];
        }
      });
    };
  },

  adam: (parameters) => {
    const firsts = parameters.map(({ value }) => value.slice().fill(0));
    const seconds = parameters.map(({ value }) => value.slice().fill(0));
    let steps = 0;
    return (rate) => {
      steps += 1;
      const size = rate / (1 - FIRST ** steps);
      const root = Math.sqrt(1 - SECOND ** steps);
      parameters.forEach(({ value, gradient }, index) => {
        const [first, second] = [firsts[index], seconds[index]];
        for (let at = 0; at < value.length; at += 1) {
          const slope = gradient[at];
          first[at] = FIRST * first[at] + (1 - FIRST) * slope;
          second[at] = SECOND * second[at] + (1 - SECOND) * slope * slope;
          value[at] -= (size * first[at]) / (Math.sqrt(second[at]) / root + TINY);
        }
      });
    };
  },
};
