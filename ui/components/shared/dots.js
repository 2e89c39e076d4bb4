// Thousands of soft round dots, put into the pixels one by one: a few milliseconds for ten thousand.

export const FAINT = 46; // of 255: a point that stands back
export const PLAIN = 225;
export const CHOSEN = 255;

/**
 * @typedef {object} Dots
 * @property {Float32Array} places x and y of each, in pixels
 * @property {Uint8Array} colours three bytes each
 * @property {Uint8Array} strengths a byte each, 0 for hidden
 */

/**
 * Paint dots into opaque pixels. Faint ones are painted first, so that they never cover a strong one.
 *
 * @param {ImageData} image
 * @param {Dots} dots
 * @param {number} radius in pixels
 */
export function paintDots(image, dots, radius) {
  const faint = dots.strengths.some((strength) => strength && strength <= FAINT);
  if (faint) paintSome(image, dots, radius, 1, FAINT);
  paintSome(image, dots, radius, FAINT + 1, 255);
}

function paintSome({ data, width, height }, { places, colours, strengths }, radius, least, most) {
  const reach = radius + 0.5;
  for (let index = 0; index < strengths.length; index += 1) {
    const strength = strengths[index];
    if (strength < least || strength > most) continue;
    const x = places[2 * index] - 0.5;
    const y = places[2 * index + 1] - 0.5;
    if (!(x > -reach && y > -reach && x < width + reach && y < height + reach)) continue;
    const [left, right] = [Math.max(0, Math.ceil(x - reach)), Math.min(width - 1, Math.floor(x + reach))];
    const [top, bottom] = [Math.max(0, Math.ceil(y - reach)), Math.min(height - 1, Math.floor(y + reach))];
    const red = colours[3 * index];
    const green = colours[3 * index + 1];
    const blue = colours[3 * index + 2];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const away = Math.sqrt((column - x) * (column - x) + (row - y) * (row - y));
        if (away >= reach) continue;
        const share = (Math.min(1, reach - away) * strength) / 255;
        const at = 4 * (row * width + column);
        data[at] += (red - data[at]) * share;
        data[at + 1] += (green - data[at + 1]) * share;
        data[at + 2] += (blue - data[at + 2]) * share;
      }
    }
  }
}

/**
 * Fill pixels with one opaque colour.
 *
 * @param {ImageData} image
 * @param {import("./colours.js").Rgb} paper
 */
export function fillPaper({ data }, [red, green, blue]) {
  new Uint32Array(data.buffer).fill(((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0);
}
