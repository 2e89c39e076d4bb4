// What a training in this browser has come to, seen from outside.

import { PIXELS, pictureAt } from "../shared/picture.js";

const PAIRS = 4;
const EIGHT = 8; // pictures that are always there
const THOUSAND = 1000;
const MANY = 50_000;
const OWN = " That is the mean over the held-out pictures. Yours is unlike them, and may still come back badly.";

/**
 * Look whether a network has become better than PCA.
 *
 * @param {{ run: { now: any, pca: number | null }, settings: { batch: number, code: number }, given: Uint8Array }} shown
 *   as the training tells it; `given` are the pictures that it copies, eight and then the student's own
 * @returns {import("./record.js").Outcome | null} what happened; null as long as PCA is better
 */
export function beaten({ run, settings, given }) {
  const { now, pca } = run;
  if (!now?.step || pca === null || !(now.held.mse < pca)) return null;
  const pictures = now.step * settings.batch;
  const answer = pictures <= THOUSAND ? "few" : pictures <= MANY ? "some" : "many";
  const text =
    `After ${pictures.toLocaleString("en")} pictures (${now.step.toLocaleString("en")} steps of ${settings.batch}) its ` +
    `error was ${now.held.mse.toFixed(4)} a pixel, below the ${pca.toFixed(4)} of PCA with ${settings.code} numbers.${given.length > EIGHT * PIXELS ? OWN : ""}`;
  return { text, answer, pictures: pairs(given, now.shown) };
}

/**
 * @param {Uint8Array} given
 * @param {Uint8Array} shown their copies
 */
function pairs(given, shown) {
  const count = Math.min(given.length, shown.length) / PIXELS;
  const own = count > EIGHT ? [EIGHT] : [];
  const chosen = [...own, ...Array(EIGHT).keys()].slice(0, Math.min(PAIRS, count));
  const picture = (caption, pictures, at) => ({ caption, ink: btoa(String.fromCharCode(...pictureAt(pictures, at))) });
  return chosen.flatMap((at) => [
    picture(at === EIGHT ? "yours" : "a picture", given, at),
    picture("its copy", shown, at),
  ]);
}
