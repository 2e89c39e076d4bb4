// The lesson as this browser keeps it; one that keeps nothing loses it with the page.

import { tell } from "../shared/page.js";
import { checked } from "./record.js";

const NAME = "aemodels-lesson";
export const CHANGED = "lesson-changed";

/** @type {import("./record.js").Lesson | null} */
let known = null;
let refused = false;

/** @returns {import("./record.js").Lesson} */
export function lesson() {
  known ??= checked(stored());
  return known;
}

/** @returns {boolean} whether this browser refused to keep something */
export function isForgetful() {
  return refused;
}

/**
 * Change what is kept.
 *
 * @param {(lesson: import("./record.js").Lesson) => import("./record.js").Lesson} update
 */
export function change(update) {
  known = update(lesson());
  try {
    localStorage.setItem(NAME, JSON.stringify(known));
  } catch {
    refused = true;
  }
  tell(CHANGED);
}

function stored() {
  try {
    return JSON.parse(localStorage.getItem(NAME));
  } catch {
    refused = true;
    return null;
  }
}

globalThis.addEventListener?.("storage", ({ key }) => {
  if (key !== NAME) return;
  known = null; // another tab has gone on
  tell(CHANGED);
});
