// A guess in words, and how near it came.

/**
 * @typedef {import("./record.js").Guess} Guess
 *
 * @typedef {object} Told how a step is guessed
 * @property {string} kind "choice", "value" or "sketch"
 * @property {Record<string, string>} [options] of a choice
 * @property {number} [low] of a value
 * @property {number} [high]
 * @property {number} [step]
 * @property {string} [unit]
 * @property {string} [of] of a sketch
 */

const VERY_CLOSE = 0.06; // of the whole scale
const CLOSE = 0.15;

/**
 * @param {Guess | null} guess
 * @param {Told} told
 * @returns {string}
 */
export function guessWords(guess, told) {
  if (!guess || guess.kind === "unknown" || guess.kind !== told.kind) return "no guess";
  if (guess.kind === "choice") return optionWords(told.options, guess.choice) || "no guess";
  return guess.kind === "value" ? valueWords(guess.value, told) : `a sketch of ${told.of}`;
}

/**
 * @param {Record<string, string>} options
 * @param {string} name
 * @returns {string} "" for one that does not exist
 */
export function optionWords(options, name) {
  return Object.hasOwn(options, name) ? options[name] : "";
}

/**
 * @param {number} value
 * @param {Told} told
 */
export function valueWords(value, { unit }) {
  return `${value} ${unit}`;
}

/**
 * @param {Guess | null} guess
 * @param {Told} told
 * @param {string | number | null} answer
 * @returns {string} how near a guess came; "" where that cannot be said
 */
export function verdict(guess, told, answer) {
  if (answer === null || !guess || guess.kind !== told.kind) return "";
  if (guess.kind === "choice")
    return guess.choice === answer ? "You guessed it." : "It came out differently: see the marked line.";
  if (guess.kind !== "value" || typeof answer !== "number") return "";
  const away = Math.abs(guess.value - answer) / (told.high - told.low);
  if (away === 0) return "Exactly right.";
  return away <= VERY_CLOSE
    ? "Very close."
    : away <= CLOSE
      ? "Not far off."
      : "A surprise: that is what guessing is for.";
}
