// What a tile to choose is called.

const ENDS = [" ", ",", ":"];

/**
 * Join a picture's name with those of its words that the name does not have.
 *
 * @param {string} name
 * @param {string[]} words empty ones are left out
 */
export function joined(name, words) {
  const has = (text) => ENDS.some((end) => ` ${name},`.includes(` ${text}${end}`));
  return [name, ...words.filter((text) => text && !has(text))].join(", ");
}
