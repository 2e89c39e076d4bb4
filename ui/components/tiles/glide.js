// Tiles that change places glide there.

/**
 * @param {HTMLElement} grid
 * @returns {Map<string, DOMRect>} where its tiles are, by their names
 */
export function placesOf(grid) {
  const tiles = /** @type {HTMLElement[]} */ ([...grid.children]);
  return new Map(tiles.map((tile) => [tile.dataset.id, tile.getBoundingClientRect()]));
}

/**
 * Let tiles glide from where they were.
 *
 * @param {HTMLElement[]} tiles at their new places
 * @param {Map<string, DOMRect>} before
 */
export function glide(tiles, before) {
  for (const tile of tiles) {
    const old = before.get(tile.dataset.id);
    if (!old) continue;
    const now = tile.getBoundingClientRect();
    if (old.left === now.left && old.top === now.top) continue;
    tile.classList.remove("moving");
    tile.style.transform = `translate(${old.left - now.left}px, ${old.top - now.top}px)`;
    requestAnimationFrame(() => {
      tile.classList.add("moving");
      tile.style.transform = "";
    });
  }
}
