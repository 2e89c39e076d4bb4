// Room for the card beside a dot.

import { clamp } from "../shared/numbers.js";

const BESIDE = 20; // CSS pixels from the dot
const EDGE = 8; // of the screen
const RING = 13; // around a dot

/** @typedef {[canvas: HTMLElement, place: number[]]} Spot a place on one of the maps */

/**
 * Find room for a card: on the screen, and covering neither its dot nor the same digit on another map.
 *
 * @param {HTMLElement} card
 * @param {HTMLElement} board that the card and all maps lie on
 * @param {Spot} spot of the dot
 * @param {Spot[]} others of the same digit
 * @returns {number[]} its upper left corner on the board
 */
export function roomBeside(card, board, spot, others) {
  const origin = board.getBoundingClientRect();
  const onBoard = (/** @type {Spot} */ [canvas, [x, y]]) => {
    const box = canvas.getBoundingClientRect();
    return [box.left - origin.left + x, box.top - origin.top + y];
  };
  const { offsetWidth: width, offsetHeight: height } = card;
  const [canvas] = spot;
  const top = onBoard([canvas, [0, 0]])[1];
  const [x, y] = onBoard(spot);
  const across = (at) => clamp(at, EDGE - origin.left, innerWidth - EDGE - width - origin.left);
  const down = (at) => clamp(at, top, top + canvas.offsetHeight - height);
  const corners = [
    [across(x + BESIDE), down(y - height / 2)],
    [across(x - BESIDE - width), down(y - height / 2)],
    [across(x - width / 2), y + BESIDE],
    [across(x - width / 2), y - BESIDE - height],
  ];
  const free = [[x, y], ...others.map(onBoard)];
  const covers = (/** @type {number[]} */ [x0, y0], /** @type {number[]} */ [x1, y1]) =>
    x1 > x0 - RING && x1 < x0 + width + RING && y1 > y0 - RING && y1 < y0 + height + RING;
  return corners.find((corner) => !free.some((place) => covers(corner, place))) ?? corners[0];
}
