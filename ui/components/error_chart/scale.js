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
