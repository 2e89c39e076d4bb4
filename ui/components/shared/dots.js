// Thousands of soft round dots, put into the pixels one by one: a few milliseconds for ten thousand. Shared by the
// components that show maps: it is put in front of each of them.

const FAINT = 46; // of 255: a point that stands back
const PLAIN = 225;
const CHOSEN = 255;

/**
 * Paint dots into opaque pixels.
 *
 * `points` has places (x, y in pixels, two each), colours (three bytes each) and strengths (a byte each, 0 for hidden).
 * Faint points are painted first, so that they never cover a strong one.
 */
function paintDots(image, points, radius) {
  const faint = points.strengths.some((strength) => strength && strength <= FAINT);
  if (faint) paintSome(image, points, radius, 1, FAINT);
  paintSome(image, points, radius, FAINT + 1, 255);
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

/** Fill pixels with one opaque colour. */
function fillPaper({ data }, [red, green, blue]) {
  new Uint32Array(data.buffer).fill(((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0);
}

/** Read a colour "#rrggbb" as [r, g, b]. */
function rgb(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}
