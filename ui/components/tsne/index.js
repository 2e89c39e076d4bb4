// t-SNE in the page: one board for the whole visit, so that a run outlives a look at another page.

import { mounting } from "../shared/mount.js";
import { Board } from "./board.js";

/** @type {Board} */
let board = null;

export default mounting(({ parentElement }) => {
  board ??= new Board();
  board.settle(parentElement);
  const { root } = board;
  return {
    update: (component) => board.update(component),
    remove: () => board.root === root && board.remove(),
  };
});
