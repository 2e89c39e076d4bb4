// The course of a walk through latent space, as `aemodels.codes.walk` lays it.

/** Give `count` codes from the first stop to the last; arguments as in `courseAt`. */
function courseOf(stops, count, spherical) {
  return Array.from({ length: count }, (_, index) => courseAt(stops, index / (count - 1), spherical));
}

/** Give the code at a share of the way from the first stop to the last; `spherical`: along great circles around zero. */
function courseAt(stops, share, spherical) {
  const place = share * (stops.length - 1);
  const first = Math.min(Math.floor(place), stops.length - 2);
  const step = spherical ? onTheArc : onTheLine;
  return step(stops[first], stops[first + 1], place - first);
}

function onTheLine(start, end, share) {
  return start.map((value, axis) => value + (end[axis] - value) * share);
}

function onTheArc(start, end, share) {
  const lengths = [start, end].map(([z1, z2]) => Math.hypot(z1, z2));
  if (Math.min(...lengths) < 1e-6) return onTheLine(start, end, share);
  const cosine = (start[0] * end[0] + start[1] * end[1]) / (lengths[0] * lengths[1]);
  const angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
  if (Math.sin(angle) < 1e-4) return onTheLine(start, end, share);
  const length = lengths[0] + (lengths[1] - lengths[0]) * share;
  const [from, to] = [Math.sin((1 - share) * angle) / lengths[0], Math.sin(share * angle) / lengths[1]];
  return start.map((value, axis) => ((from * value + to * end[axis]) / Math.sin(angle)) * length);
}
