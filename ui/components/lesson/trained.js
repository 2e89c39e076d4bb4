// What a training in this browser has come to, seen from outside.

import { PIXELS, pictureAt } from "../shared/picture.js";

const COPIES = 4;
const THOUSAND = 1000;
const MANY = 50_000;

/**
 * Look whether a network has become better than PCA.
 *
 * @param {{ run: { now: any, pca: number | null, history?: any }, settings: { batch: number, code: number } }} shown as the
 *   training tells it
 * @returns {import("./record.js").Outcome | null} what happened; null as long as PCA is better
 */
export function beaten({ run, settings }) {
  const { now, pca } = run;
  if (!now?.step || pca === null || !(now.held.mse < pca)) return null;
  const pictures = now.step * settings.batch;
  const answer = pictures <= THOUSAND ? "few" : pictures <= MANY ? "some" : "many";
  const text =
    `After ${pictures.toLocaleString("en")} pictures (${now.step.toLocaleString("en")} steps of ${settings.batch}) its ` +
    `error was ${now.held.mse.toFixed(4)} a pixel, below the ${pca.toFixed(4)} of PCA with ${settings.code} numbers.`;
  return { text, answer, pictures: copies(now.shown) };
}

/** @param {Uint8Array} shown */
function copies(shown) {
  const count = Math.min(COPIES, Math.floor((shown?.length ?? 0) / PIXELS));
  return Array.from({ length: count }, (_, at) => {
    return { caption: `its copy ${at + 1}`, ink: btoa(String.fromCharCode(...pictureAt(shown, at))) };
  });
}
