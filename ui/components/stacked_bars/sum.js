// A sum as it is read.

/**
 * Write parts as a sum.
 *
 * @param {number[]} parts
 * @returns {string} e.g. "134.4 + 6.7 = 141.1"
 */
export function inWords(parts) {
  const sum = parts.reduce((total, part) => total + part, 0);
  return `${parts.map((part) => part.toFixed(1)).join(" + ")} = ${sum.toFixed(1)}`;
}
