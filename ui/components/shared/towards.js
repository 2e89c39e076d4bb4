// From point to point by arrow keys.

const LEAST = 0.5; // so far ahead a point has to lie

/**
 * Find the visible point that a step in a direction leads to: near, and more ahead than aside.
 *
 * @param {ArrayLike<number>} places two numbers each, right and down, in CSS pixels
 * @param {number[]} from where the step begins
 * @param {number} row of the point that lies there; -1 for none
 * @param {number[]} way right and down
 * @param {(row: number) => any} visible
 * @returns {number} its row; where there is none, the one it began at
 */
export function rowAhead(places, [left, top], row, [right, down], visible) {
  let [best, least] = [row, Infinity];
  for (let index = 0; 2 * index < places.length; index += 1) {
    if (!visible(index) || index === row) continue;
    const [across, up] = [places[2 * index] - left, places[2 * index + 1] - top];
    const ahead = across * right + up * down;
    const aside = Math.abs(across * down) + Math.abs(up * right);
    const away = ahead + 2 * aside;
    if (ahead > aside && ahead > LEAST && away < least) [best, least] = [index, away];
  }
  return best;
}
