// The dot that is pointed at, by mouse, pen, finger or the arrow keys.

import { describe } from "../shared/alternative.js";
import { dotAt, paintMap } from "./map.js";

const KEYS = { ArrowLeft: -1, ArrowRight: 1 };
const BESIDE = 14; // CSS pixels between the dot and its name
const ABOVE = 34;

/**
 * Say which dot is pointed at.
 *
 * @param {import("./board.js").Board} board
 */
export function followPointer(board) {
  const { canvas } = board;
  const tip = /** @type {HTMLElement} */ (canvas.nextElementSibling);
  const show = (pointed) => {
    board.pointed = pointed;
    board.root.dataset.pointed = String(pointed);
    tip.hidden = pointed < 0;
    if (!board.facts) return;
    paintMap(canvas, board, pointed);
    if (pointed < 0) return;
    const name = board.labels && board.header.names[board.labels[pointed]];
    tip.textContent = name ? `Row ${pointed}: ${name}` : `Point ${pointed}: pure noise`;
  };
  canvas.onpointermove = canvas.onpointerdown = ({ offsetX, offsetY }) => {
    if (!board.places) return;
    show(dotAt(canvas, board, offsetX, offsetY));
    const leftwards = offsetX > canvas.clientWidth / 2;
    const [left, right] = [offsetX + BESIDE, canvas.clientWidth - offsetX + BESIDE].map((gap) => `${gap}px`);
    Object.assign(tip.style, leftwards ? { left: "", right } : { left, right: "" });
    tip.style.top = `${Math.max(4, offsetY - ABOVE)}px`;
  };
  canvas.onpointerleave = canvas.onblur = () => show(-1);
  canvas.onkeydown = (event) => {
    if (!(event.key in KEYS) || !board.places) return;
    event.preventDefault();
    const count = board.places.length / 2;
    show((board.pointed + KEYS[event.key] + count) % count);
    Object.assign(tip.style, { left: "10px", right: "", top: "10px" });
    describe(canvas, () => `Map by t-SNE. ${tip.textContent}`);
  };
}
