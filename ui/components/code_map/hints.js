// What is said below the maps: what the hand has done, or what it could do.

const HINT =
  "Point at a dot to see its picture; a click pins it. Ctrl and the wheel zoom, a drag moves, “Lasso” or Shift and a drag select.";
const FINGER_HINT =
  "Touch a dot to see its picture and pin it. + brings a pinned dot closer; “Lasso” selects by two taps or a line.";

/**
 * @param {number} pinned row, -1 for none
 * @param {number} chosen how many rows
 * @returns {string}
 */
export function hintWords(pinned, chosen) {
  const done = [];
  if (pinned >= 0) done.push("Pinned: its nearest are ringed here and shown below.");
  if (chosen) {
    const count = chosen.toLocaleString("en");
    done.push(`${count} selected, told below; Escape or “Clear” lets them go.`);
  }
  if (done.length) return done.join(" ");
  return matchMedia("(pointer: coarse)").matches ? FINGER_HINT : HINT;
}
