// The order of a table's rows.

/** @typedef {string | number | null} Cell */

/**
 * Sort rows by one of their cells; empty cells come last, and equal ones stay as they were.
 *
 * @param {Cell[][]} rows
 * @param {number} place of the cell
 * @param {"ascending" | "descending"} direction
 * @returns {Cell[][]} the same rows in a new list
 */
export function sorted(rows, place, direction) {
  const sign = direction === "ascending" ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [a, b] = [one[place], other[place]];
    if (empty(a) || empty(b)) return Number(empty(a)) - Number(empty(b));
    return sign * (typeof a === "number" ? a - Number(b) : String(a).localeCompare(String(b)));
  });
}

function empty(cell) {
  return cell === null || cell === "";
}
