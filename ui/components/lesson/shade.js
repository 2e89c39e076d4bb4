// Cells of a square grid over a map; the outermost ones have their middles on the map's border.

const STRONGEST = 0.75;

/**
 * Shade cells, and outline those that are shaded fully.
 *
 * @param {CanvasRenderingContext2D} context
 * @param {number[]} shade 0 to 1, row by row from the lower left corner
 * @param {number} width of the map
 * @param {string} colour
 * @param {string} line
 */
export function paintShade(context, shade, width, colour, line) {
  const cell = width / (Math.sqrt(shade.length) - 1);
  const at = (/** @type {number} */ edge) => Math.round((edge - 0.5) * cell);
  const side = Math.sqrt(shade.length);
  context.fillStyle = colour;
  for (const [place, strength] of shade.entries()) {
    if (strength === 0) continue;
    const [column, row] = [place % side, Math.floor(place / side)];
    const [left, right, bottom, top] = [at(column), at(column + 1), width - at(row), width - at(row + 1)];
    context.globalAlpha = STRONGEST * strength;
    context.fillRect(left, top, right - left, bottom - top);
  }
  context.globalAlpha = 1;
  context.beginPath();
  for (const [x1, y1, x2, y2] of outline(shade)) {
    context.moveTo(at(x1), width - at(y1));
    context.lineTo(at(x2), width - at(y2));
  }
  Object.assign(context, { lineWidth: 1.5, strokeStyle: line });
  context.stroke();
}

/**
 * Find the lines between cells that are shaded fully and others.
 *
 * @param {number[]} shade
 * @returns {number[][]} of each its ends, x1, y1, x2 and y2, counted in cells from the lower left corner
 */
export function outline(shade) {
  const side = Math.sqrt(shade.length);
  const full = (/** @type {number} */ column, /** @type {number} */ row) => shade[row * side + column] === 1;
  const lines = [];
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const [right, above] = [column + 1, row + 1];
      if (right < side && full(column, row) !== full(right, row)) lines.push([right, row, right, above]);
      if (above < side && full(column, row) !== full(column, above)) lines.push([column, above, right, above]);
    }
  }
  return lines;
}
