// Where a card stands: near what it explains, never on it, never outside of the window.

const GAP = 6; // pixels between the link and its card
const MARGIN = 8; // pixels to the window's edge

/**
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Line
 */

/**
 * Find the place of a card: below the last line of its link where it fits, else above the first one.
 *
 * @param {Line} first line of the link
 * @param {Line} last line of the link
 * @param {Size} card
 * @param {Size} room of the window
 * @returns {{ left: number, top: number }}
 */
export function beside(first, last, card, room) {
  const fitsBelow = last.bottom + GAP + card.height <= room.height - MARGIN;
  const fitsAbove = first.top - GAP - card.height >= MARGIN;
  const below = fitsBelow || !fitsAbove;
  const line = below ? last : first;
  const centred = (line.left + line.right - card.width) / 2;
  return {
    left: Math.max(MARGIN, Math.min(centred, room.width - MARGIN - card.width)),
    top: below ? last.bottom + GAP : first.top - GAP - card.height,
  };
}
