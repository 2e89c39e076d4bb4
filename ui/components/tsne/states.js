// What is said about every state of a run.

const WORDS = {
  waiting: () => "The codes are on their way …",
  lost: () => "t-SNE cannot run here any more: the server may run another version by now. Reload this page.",
  ready: () => "Ready. Everything happens in your browser; nothing is sent.",
  preparing: ({ header }) =>
    `Looking for the ${3 * header.settings.perplexity} nearest neighbours of every one, exactly …`,
  running: () => "Running: with every iteration all dots move a little.",
  pausing: () => "Pausing …",
  paused: ({ facts }) => `Paused after ${facts?.iteration ?? 0} iterations.`,
  finished: () => "Finished. Point at dots, or run it again with other settings. “Run on” adds 250 iterations.",
};
const AFTER_NOTICE = new Set(["ready", "preparing", "running"]);

/**
 * Say what state a run is in, after what has just been changed.
 *
 * @param {import("./board.js").Board} board
 * @returns {string}
 */
export function stateWords(board) {
  const words = WORDS[board.state](board);
  return AFTER_NOTICE.has(board.state) ? `${board.notice} ${words}`.trim() : words;
}
