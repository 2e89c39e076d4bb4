// Logarithmic axes.

const ROOM = 0.06; // on both sides of what is drawn, as a share

/**
 * Make a logarithmic scale on which some numbers have room.
 *
 * @param {number[]} numbers above 0
 * @returns {(number: number) => number} the share of the axis at which a number stands
 */
export function logarithmic(numbers) {
  const low = Math.log(Math.min(...numbers));
  const high = Math.max(Math.log(Math.max(...numbers)), low + Number.EPSILON);
  return (number) => ROOM + ((1 - 2 * ROOM) * (Math.log(number) - low)) / (high - low);
}

/**
 * Find what lies nearest to a point.
 *
 * @template {{ x: number, y: number }} Place
 * @param {Place[]} places
 * @param {number} x
 * @param {number} y
 * @param {number} reach how far away it may lie
 * @returns {Place | undefined}
 */
export function nearest(places, x, y, reach) {
  const far = (place) => Math.hypot(place.x - x, place.y - y);
  const sorted = places.filter((place) => far(place) <= reach).sort((a, b) => far(a) - far(b));
  return sorted[0];
}
