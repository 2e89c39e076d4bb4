// The connected pieces of ink on a drawing, and which of them are the digit: `aemodels.images.blobs` for a drawing that
// lies in the middle of its paper, so that nothing reaches the paper's edge.

const INKED = 0.35; // ink from this on makes a blob
const JOINED = 2; // pixels around ink that belong to its blob
const PAPER = 168; // the drawing's paper, a side

/**
 * @typedef {object} Blob
 * @property {number} mass
 * @property {number[]} low first row and column
 * @property {number[]} high those after the last
 */

/**
 * Keep the heaviest piece of ink, a little less if far from the middle, and what is near it; wipe out the rest.
 *
 * @param {Float32Array} ink
 * @param {number} side of the drawing, in pixels
 * @returns {Float32Array | null} null where there is no ink
 */
export function mainBlob(ink, side) {
  const wide = side + 2 * JOINED;
  const labels = spread(ink, side, wide);
  const blobs = gather(labels, ink, side, wide);
  if (!blobs.length) return null;
  const kept = belonging(blobs, (PAPER - wide) / 2);
  return ink.map((value, at) => (kept[labels[placeOf(at, side, wide)] - 1] ? value : 0));
}

/** The place of a pixel on the drawing with an edge around it. */
function placeOf(at, side, wide) {
  return (Math.floor(at / side) + JOINED) * wide + (at % side) + JOINED;
}

/** Mark all pixels that are ink or next to it, -1 each, on the drawing with an edge around it. */
function spread(ink, side, wide) {
  const across = new Int32Array(wide * wide);
  const marks = new Int32Array(wide * wide);
  for (let at = 0; at < ink.length; at += 1) {
    const place = placeOf(at, side, wide);
    if (ink[at] > INKED) across.fill(-1, place - JOINED, place + JOINED + 1);
  }
  for (let at = 0; at < across.length; at += 1) {
    if (!across[at]) continue;
    for (let row = -JOINED; row <= JOINED; row += 1) {
      const place = at + row * wide;
      if (place >= 0 && place < marks.length) marks[place] = -1;
    }
  }
  return marks;
}

/** Number the pieces from 1 on, row by row, and say what each is. */
function gather(labels, ink, side, wide) {
  /** @type {Blob[]} */
  const blobs = [];
  for (let at = 0; at < labels.length; at += 1) {
    if (labels[at] !== -1) continue;
    blobs.push({ mass: 0, low: [wide, wide], high: [0, 0] });
    fill(labels, at, wide, blobs.length, blobs.at(-1));
  }
  for (let at = 0; at < ink.length; at += 1) {
    if (ink[at] > INKED) blobs[labels[placeOf(at, side, wide)] - 1].mass += ink[at];
  }
  return blobs;
}

/** Number one piece, neighbours at corners too. */
function fill(labels, start, wide, label, { low, high }) {
  const waiting = [start];
  labels[start] = label;
  while (waiting.length) {
    const at = waiting.pop();
    const row = Math.floor(at / wide);
    const column = at % wide;
    low[0] = Math.min(low[0], row);
    low[1] = Math.min(low[1], column);
    high[0] = Math.max(high[0], row + 1);
    high[1] = Math.max(high[1], column + 1);
    for (let down = row ? -wide : 0; down <= (row < wide - 1 ? wide : 0); down += wide) {
      for (let right = column ? -1 : 0; right <= (column < wide - 1 ? 1 : 0); right += 1) {
        if (labels[at + down + right] !== -1) continue;
        labels[at + down + right] = label;
        waiting.push(at + down + right);
      }
    }
  }
}

/** Say which pieces are parts of the best one: near it, the farther away the heavier. */
function belonging(blobs, offset) {
  const off = ({ low, high }) =>
    Math.max(...low.map((at, axis) => Math.abs((at + high[axis] + 2 * offset) / PAPER - 1)));
  const weights = blobs.map((blob) => blob.mass * (1 - 0.7 * off(blob)));
  const best = blobs[weights.indexOf(Math.max(...weights))];
  const longest = Math.max(...best.low.map((low, axis) => best.high[axis] - low));
  return blobs.map((blob) => {
    const gaps = best.low.map((low, axis) => Math.max(low - blob.high[axis], blob.low[axis] - best.high[axis]));
    const gap = Math.max(0, ...gaps) / longest;
    return blob === best || (blob.mass > (0.02 + gap) * best.mass && gap < 0.35);
  });
}
