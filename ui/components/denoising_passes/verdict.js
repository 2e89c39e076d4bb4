// What a walk's errors say, in words.

const LITTLE = 0.05;

/**
 * Say after which step a walk is best, and what the steps after it do; all from its own errors.
 *
 * @param {{ errors: number[], best: number }} walk
 * @returns {string}
 */
export function verdict({ errors, best }) {
  const last = errors.length - 1;
  const said = (step) => errors[step].toFixed(4);
  if (best === 0) {
    return (
      `Here even the first step does harm: the error goes from ${said(0)} to ${said(1)}, and after ${last} steps it ` +
      `is ${said(last)}. This picture is best left alone.`
    );
  }
  const first = `The first step takes the error from ${said(0)} to ${said(1)}`;
  if (best === 1) return `${first}. That is all the help there is. ${afterwards(errors, best)}`;
  const gain = 1 - errors[best] / errors[1];
  const worth = gain < LITTLE ? "hardly better" : `${Math.round(100 * gain)}% less`;
  const helped = `${first}; after step ${best} it is smallest, ${said(best)}, ${worth} than after the first.`;
  if (best === last) return `${helped} Within these ${last} steps the error never rises.`;
  return `${helped} ${afterwards(errors, best)}`;
}

/** What the steps after the best one do. */
function afterwards(/** @type {number[]} */ errors, /** @type {number} */ best) {
  const last = errors.length - 1;
  const rise = errors[last] / errors[best] - 1;
  const end = errors[last].toFixed(4);
  if (rise < LITTLE) return `More steps change next to nothing: after ${last} it is ${end}.`;
  const grown = rise > 1 ? `${(1 + rise).toFixed(1)} times as large` : `${Math.round(100 * rise)}% larger`;
  const harm = `after ${last} steps the error is ${end}, ${grown}.`;
  const rising = errors.slice(best).every((error, at, later) => at === 0 || error > later[at - 1]);
  if (rising) return `Every later step does harm: ${harm} With no noise left to remove, it removes fine detail.`;
  return `What follows does harm on the whole: ${harm}`;
}
