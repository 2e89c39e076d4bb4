// Places and planes in space, and how they look from outside.

/** @typedef {number[]} Point three numbers */
/** @typedef {Point[]} Plane its centre, and two directions of length one */
/** @typedef {{ turn: number, tilt: number }} Turned radians around the upright axis, then towards the viewer */
/** @typedef {Turned & { closer: number }} View from how near: 1 shows all points */

export const FARTHEST_TILT = 1.5;
const PLANE_REACH = 1.08;

/**
 * Turn a point.
 *
 * @param {Point} point
 * @param {Turned} view
 * @returns {Point} right, up, near
 */
export function turned([x, y, z], { turn, tilt }) {
  const right = x * Math.cos(turn) - y * Math.sin(turn);
  const deep = x * Math.sin(turn) + y * Math.cos(turn);
  return [right, z * Math.cos(tilt) + deep * Math.sin(tilt), z * Math.sin(tilt) - deep * Math.cos(tilt)];
}

/**
 * Cut a flat array into points.
 *
 * @param {Float32Array} values
 * @returns {Point[]}
 */
export function triples(values) {
  return Array.from({ length: values.length / 3 }, (_, index) => [...values.subarray(3 * index, 3 * index + 3)]);
}

/**
 * Cut a list into lists of that size.
 *
 * @template Item
 * @param {Item[]} list
 * @param {number} size
 * @returns {Item[][]}
 */
export function chunks(list, size) {
  return Array.from({ length: list.length / size }, (_, index) => list.slice(size * index, size * (index + 1)));
}

/**
 * Mix two planes.
 *
 * @param {Plane} before
 * @param {Plane} after
 * @param {number} share of the way
 * @returns {Plane}
 */
export function between(before, after, share) {
  return before.map((axis, one) => axis.map((value, other) => value + (after[one][other] - value) * share));
}

/**
 * Give the corners of a plane around its centre, as far out as points reach along its two directions.
 *
 * @param {Plane} plane
 * @param {Point[]} points
 * @returns {Point[]}
 */
export function corners([centre, first, second], points) {
  const [far, wide] = [first, second].map(
    (direction) => PLANE_REACH * Math.max(...points.map((point) => Math.abs(dot(minus(point, centre), direction)))),
  );
  const signs = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ];
  return signs.map(([one, two]) => centre.map((at, axis) => at + one * far * first[axis] + two * wide * second[axis]));
}

/**
 * @param {Point} one
 * @param {Point} other
 */
export function dot(one, other) {
  return one.reduce((sum, value, axis) => sum + value * other[axis], 0);
}

/**
 * @param {Point} one
 * @param {Point} other
 * @returns {Point}
 */
export function minus(one, other) {
  return one.map((value, axis) => value - other[axis]);
}

/**
 * @param {Point} one
 * @param {Point} other
 * @returns {Point}
 */
export function cross([a, b, c], [d, e, f]) {
  return [b * f - c * e, c * d - a * f, a * e - b * d];
}
