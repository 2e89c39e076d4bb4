// The terms that are minimised, each with its gradient: summed over an image's numbers, averaged over the batch, as in
// `aemodels.networks.losses`.

/**
 * @typedef {object} Term
 * @property {number} value mean over the batch
 * @property {any} slope its gradient with respect to what it is a function of
 */

const AT_ONCE = 32; // factors between 1 and 2 of which one logarithm is taken
const LEAST = 1e-6; // of a unit's mean activation, and of its distance from 1

/**
 * How far reconstructions are from what they should be, in terms of the decoder's results.
 *
 * @param {{ loss: "bce" | "mse", linear: boolean }} kind cross-entropy in nats or squared error; whether the results are
 *   pictures already, and not logits
 * @param {any} results (count, 784)
 * @param {ArrayLike<number>} targets same shape, in [0, 1]
 * @param {number} count
 * @param {any} slope takes the gradient; may be the results themselves
 * @returns {{ value: number, squared: number }} the term, and the sum of squared errors of all pixels
 */
export function reconstruction({ loss, linear }, results, targets, count, slope) {
  let [value, squared, together] = [0, 0, 1];
  for (let at = 0; at < results.length; at += 1) {
    const [result, target] = [results[at], targets[at]];
    const small = linear ? 0 : Math.exp(-Math.abs(result));
    const shown = linear ? result : (result > 0 ? 1 : small) / (1 + small);
    const off = shown - target;
    squared += off * off;
    if (loss === "bce") {
      value += Math.max(result, 0) - result * target;
      together *= 1 + small;
      if (at % AT_ONCE === 0) {
        value += Math.log(together);
        together = 1;
      }
      slope[at] = off / count;
    } else slope[at] = ((linear ? 1 : shown * (1 - shown)) * 2 * off) / count;
  }
  return { value: (loss === "bce" ? value + Math.log(together) : squared) / count, squared };
}

/**
 * Add to a gradient of codes that of a penalty on their size: their sum, for none is negative.
 *
 * @param {any} codes (count, size)
 * @param {number} count
 * @param {number} weight
 * @param {any} [slope] takes it
 * @returns {number} weight included
 */
export function sparsityL1(codes, count, weight, slope) {
  let sum = 0;
  for (let at = 0; at < codes.length; at += 1) {
    sum += codes[at];
    if (slope) slope[at] += weight / count;
  }
  return (weight * sum) / count;
}

/**
 * Add to a gradient of codes that of the divergence of each unit's mean activation from a target.
 *
 * @param {any} codes (count, size), in [0, 1]
 * @param {number} count
 * @param {number} weight
 * @param {number} target
 * @param {any} [slope]
 * @returns {number} nats summed over units, weight included
 */
export function sparsityKl(codes, count, weight, target, slope) {
  const size = codes.length / count;
  let total = 0;
  for (let unit = 0; unit < size; unit += 1) {
    let sum = 0;
    for (let at = unit; at < codes.length; at += size) sum += codes[at];
    const mean = Math.min(1 - LEAST, Math.max(LEAST, sum / count));
    total += target * Math.log(target / mean) + (1 - target) * Math.log((1 - target) / (1 - mean));
    const clipped = mean !== sum / count;
    const change = clipped ? 0 : (weight * ((1 - target) / (1 - mean) - target / mean)) / count;
    if (slope) for (let at = unit; at < codes.length; at += size) slope[at] += change;
  }
  return weight * total;
}

/**
 * Give the divergence of posteriors from the standard normal prior, in nats, and its gradient.
 *
 * @param {any} posterior (count, 2 · size): means, then log variances
 * @param {number} count
 * @param {number} beta
 * @param {any} [slope] same shape; takes the gradient, to which more may be added
 * @returns {number} beta included
 */
export function kl(posterior, count, beta, slope) {
  const both = posterior.length / count;
  const size = both / 2;
  let sum = 0;
  for (let row = 0; row < posterior.length; row += both) {
    for (let at = row; at < row + size; at += 1) {
      const [mean, logVariance] = [posterior[at], posterior[at + size]];
      const variance = Math.exp(logVariance);
      sum += 0.5 * (mean * mean + variance - 1 - logVariance);
      if (slope) {
        slope[at] = (beta * mean) / count;
        slope[at + size] = (beta * 0.5 * (variance - 1)) / count;
      }
    }
  }
  return (beta * sum) / count;
}
