// The drawing in the tab's own memory, so that it outlives the server's session.

/** @typedef {import("../shared/pen.js").Stroke} Stroke */

const NAME = "digit-pad";
const TAPPING = "digit-pad-tapping";

/**
 * @param {string} session of the server that knows these strokes
 * @param {Stroke[]} strokes
 */
export function keep(session, strokes) {
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ session, strokes }));
  } catch {
    // A browser that keeps nothing can still draw.
  }
}

/**
 * Give the strokes that another session than this one knew.
 *
 * @param {string} session
 * @returns {Stroke[]} none where there are none, or where this very session has them
 */
export function keptFromBefore(session) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME));
    return kept && kept.session !== session && Array.isArray(kept.strokes) ? kept.strokes : [];
  } catch {
    return [];
  }
}

/** @param {boolean} tapping whether lines are drawn by taps */
export function keepTapping(tapping) {
  try {
    sessionStorage.setItem(TAPPING, String(tapping));
  } catch {
    // A browser that keeps nothing begins each page with a pen.
  }
}

/** @returns {boolean} whether lines were drawn by taps when the tab showed a pad last */
export function tappingKept() {
  try {
    return sessionStorage.getItem(TAPPING) === "true";
  } catch {
    return false;
  }
}
