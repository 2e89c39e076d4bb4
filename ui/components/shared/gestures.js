// What all windows on a map or plane take a hand's movements for.

export const TAP = 5; // CSS pixels that a hand may tremble

/**
 * @param {HTMLElement} canvas
 * @param {MouseEvent} event
 * @returns {number[]} where it happened, in CSS pixels from the canvas's upper left corner
 */
export function placeOn(canvas, event) {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left - canvas.clientLeft, event.clientY - box.top - canvas.clientTop];
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
export function apart([x0, y0], [x1, y1]) {
  return Math.hypot(x1 - x0, y1 - y0);
}

/**
 * Read what a finger's movement means while another one rests: zoom by how far the two moved apart, around their
 * middle, and shift by how far that moved.
 *
 * @param {Map<number, number[]>} pointers where the fingers were
 * @param {number} id of the one that moves
 * @param {number[]} now where it is
 * @returns {{ shift: number[], closer: number, middle: number[] } | null} null unless there are two fingers
 */
export function pinch(pointers, id, now) {
  const before = pointers.get(id);
  const other = [...pointers].find(([pointer]) => pointer !== id)?.[1];
  if (!other || pointers.size !== 2) return null;
  const wide = (place) => Math.max(10, apart(place, other));
  return {
    shift: [(now[0] - before[0]) / 2, (now[1] - before[1]) / 2],
    closer: wide(now) / wide(before),
    middle: [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2],
  };
}
