// Votes counted.

/**
 * Put classes in order, the one with the largest share first.
 *
 * @param {number[]} shares by class
 * @returns {[number, number][]} class and share
 */
export function ranked(shares) {
  return shares
    .map((share, digit) => /** @type {[number, number]} */ ([digit, share]))
    .sort((one, other) => other[1] - one[1]);
}

/**
 * Find the class that most cells name.
 *
 * @param {number[][]} cells shares by class
 */
export function majority(cells) {
  const votes = cells.map((shares) => ranked(shares)[0][0]);
  const count = (digit) => votes.filter((vote) => vote === digit).length;
  return votes.reduce((best, digit) => (count(digit) > count(best) ? digit : best), votes[0]);
}
