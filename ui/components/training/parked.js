// The run that is not on the screen any more: it waits as it is, until a page shows it again or the document ends.

import { same } from "./words.js";

const OVER = ["waiting", "lost", "failed"];

/** @typedef {import("./training.js").Training} Training */

/** @type {Pick<Training, "settings" | "trainer" | "run" | "material" | "state"> | null} */
let parked = null;

/**
 * Pause a run and keep it; one that has learnt nothing ends.
 *
 * @param {Training} training
 */
export function park({ settings, trainer, run, material, state }) {
  if (!trainer) return;
  if (OVER.includes(state) || !(run.history.newest?.step > 0) || run.ended) {
    trainer.end();
    return;
  }
  parked?.trainer.end();
  trainer.hear = (news) => {
    if (news.news === "progress") run.history.add(news);
  };
  trainer.order("pause");
  parked = { settings, trainer, run, material, state: state === "running" ? "away" : "paused" };
}

/**
 * Take the run that waits; one with other settings ends.
 *
 * @param {import("../shared/learning/settings.js").Settings} settings
 */
export function takeParked(settings) {
  const taken = parked;
  parked = null;
  if (!taken || same(taken.settings, settings)) return taken;
  taken.trainer.end();
  return null;
}
