// The rules by which amounts spoil a picture: those of aemodels.corruption, .spoiling and .scribbles, to the last bit
// but one. Pictures and fields are 784 numbers, row by row.

const SIDE = 28;
const STROKE_UNITS = 1000;

/** What each kind does with a picture x, its amount and its field. */
const RULES = {
  gaussian: (x, amount, field) => x.map((value, at) => Math.min(1, Math.max(0, value + amount * field[at]))),
  gaussian_half: (x, amount, field) => x.map((value, at) => value + 0.5 + amount * field[at]),
  salt_and_pepper: (x, amount, field) =>
    x.map((value, at) => keep(value, field[at], amount) + (field[at] < Math.fround(amount / 2) ? 1 : 0)),
  masking: (x, amount, field) => x.map((value, at) => keep(value, field[at], amount)),
  dropout: (x, amount, field) => x.map((value, at) => keep(value, field[at], amount) / (1 - amount)),
  occlusion: (x, amount, field) => x.map((value, at) => keep(value, field[at], amount)),
  scribble: (x, amount, field) => x.map((value, at) => value + (1 - value) * amount * field[at]),
  contrast: (x, amount) => x.map((value) => 0.5 + (1 - amount) * (value - 0.5)),
  blur: (x, amount) => (amount ? blurred(x, amount) : x),
};

function keep(value, chance, amount) {
  return chance >= Math.fround(amount) ? value : 0;
}

/** A Gaussian blur, rows first, then columns; beyond the edge there is paper, 0. */
function blurred(x, amount) {
  const weights = Array.from({ length: SIDE }, (_, distance) => Math.exp(-(distance ** 2) / (2 * amount ** 2)));
  const total = 2 * weights.reduce((sum, weight) => sum + weight) - weights[0];
  return alongOneAxis(alongOneAxis(x, weights, total, 1), weights, total, SIDE);
}

function alongOneAxis(x, weights, total, step) {
  return x.map((_, at) => {
    const place = Math.floor(at / step) % SIDE;
    const start = at - place * step;
    let sum = 0;
    for (let other = 0; other < SIDE; other += 1) sum += weights[Math.abs(place - other)] * x[start + other * step];
    return sum / total;
  });
}

/** How much of each pixel strokes cover; the pen's size is half its width in pixels. */
function coverage(strokes, pen) {
  const nearest = new Float64Array(SIDE * SIDE).fill(Infinity);
  for (const stroke of strokes) {
    const points = stroke.map((value) => (value * SIDE) / STROKE_UNITS);
    for (let at = 0; at === 0 || at + 3 < points.length; at += 2) {
      const [x0, y0, x1 = x0, y1 = y0] = points.slice(at, at + 4);
      for (let pixel = 0; pixel < nearest.length; pixel += 1) {
        const distance = fromLine((pixel % SIDE) + 0.5 - x0, Math.floor(pixel / SIDE) + 0.5 - y0, x1 - x0, y1 - y0);
        if (distance < nearest[pixel]) nearest[pixel] = distance;
      }
    }
  }
  return Float32Array.from(nearest, (distance) => Math.min(1, Math.max(0, pen + 0.5 - distance)));
}

/** Distance of the point (x, y) from the line from the origin to (dx, dy). */
function fromLine(x, y, dx, dy) {
  const share = Math.min(1, Math.max(0, (x * dx + y * dy) / Math.max(dx * dx + dy * dy, 1e-12)));
  return Math.hypot(x - share * dx, y - share * dy);
}
