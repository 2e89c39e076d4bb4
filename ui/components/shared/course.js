// The course of a walk through latent space, as `aemodels.latent.interpolation.walk` lays it.

const ALIKE = 1e-4; // radians, or a length: nearer than this to zero or to the opposite, no great circle is defined

/** @typedef {number[]} Code */

/**
 * Give codes from the first stop to the last.
 *
 * @param {Code[]} stops at least two
 * @param {number} count at least two
 * @param {boolean} spherical around zero along great circles, else straight
 * @returns {Code[]}
 */
export function courseOf(stops, count, spherical) {
  return Array.from({ length: count }, (_, index) => courseAt(stops, index / (count - 1), spherical));
}

/**
 * Give the code at a share of the way from the first stop to the last.
 *
 * @param {Code[]} stops at least two
 * @param {number} share 0 to 1
 * @param {boolean} spherical
 * @returns {Code}
 */
export function courseAt(stops, share, spherical) {
  const place = share * (stops.length - 1);
  const first = Math.min(Math.floor(place), stops.length - 2);
  const step = spherical ? onTheArc : onTheLine;
  return step(stops[first], stops[first + 1], place - first);
}

function onTheLine(start, end, share) {
  return start.map((value, axis) => value + (end[axis] - value) * share);
}

function onTheArc(start, end, share) {
  const lengths = [Math.hypot(...start), Math.hypot(...end)];
  if (Math.min(...lengths) < ALIKE) return onTheLine(start, end, share);
  const cosine = start.reduce((sum, value, axis) => sum + value * end[axis], 0) / (lengths[0] * lengths[1]);
  const angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
  if (Math.sin(angle) < ALIKE) return onTheLine(start, end, share);
  const length = lengths[0] + (lengths[1] - lengths[0]) * share;
  const [from, to] = [Math.sin((1 - share) * angle) / lengths[0], Math.sin(share * angle) / lengths[1]];
  return start.map((value, axis) => ((from * value + to * end[axis]) / Math.sin(angle)) * length);
}
