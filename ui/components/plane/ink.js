// Strokes of the pad → a model's input, as `aemodels.images.normalise` does it for a clean drawing. Pillow paints
// strokes a little differently, so that the centre of mass may be rounded to the neighbouring pixel.

const DRAWN = 112; // pixels of the drawing, a side
const BRUSH = 0.085;
const BOX = 20;
const CENTRE = 14;
const FAINT = 0.02;
let paper;

/** Give the 28 x 28 ink of strokes in thousandths of the pad's side; null where there is none. */
function inkOf(strokes) {
  const drawn = rasterised(strokes);
  const box = bounds(drawn, DRAWN, DRAWN);
  if (!box) return null;
  const { left, top, width, height } = box;
  const scale = BOX / Math.max(width, height);
  const [small, tall] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
  let cut = new Float32Array(width * height);
  for (let row = 0; row < height; row += 1) {
    cut.set(drawn.subarray((top + row) * DRAWN + left, (top + row) * DRAWN + left + width), row * width);
  }
  cut = resized(cut, width, height, small, tall);
  const full = quantile([...cut].filter((value) => value > 0.1), 0.9);
  return centred(cut.map((value) => Math.min(1, Math.max(0, value / full))), small, tall);
}

function rasterised(strokes) {
  paper ??= Object.assign(document.createElement("canvas"), { width: DRAWN, height: DRAWN });
  const context = paper.getContext("2d", { willReadFrequently: true });
  context.clearRect(0, 0, DRAWN, DRAWN);
  context.lineWidth = BRUSH * DRAWN;
  context.lineCap = context.lineJoin = "round";
  for (const stroke of strokes) {
    context.beginPath();
    for (let at = 0; at < stroke.length; at += 2) {
      context.lineTo((stroke[at] * DRAWN) / 1000, (stroke[at + 1] * DRAWN) / 1000);
    }
    if (stroke.length === 2) context.lineTo((stroke[0] * DRAWN) / 1000, (stroke[1] * DRAWN) / 1000);
    context.stroke();
  }
  const { data } = context.getImageData(0, 0, DRAWN, DRAWN);
  const ink = new Float32Array(DRAWN * DRAWN);
  for (let index = 0; index < ink.length; index += 1) ink[index] = data[4 * index + 3] / 255;
  return ink;
}

function bounds(values, width, height) {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (values[row * width + column] <= FAINT) continue;
      [left, right] = [Math.min(left, column), Math.max(right, column)];
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Bring a picture to another size with an antialiased bicubic filter, as Pillow does. */
function resized(values, width, height, newWidth, newHeight) {
  const across = weightsOf(width, newWidth);
  const down = weightsOf(height, newHeight);
  const between = new Float32Array(newWidth * height);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < newWidth; column += 1) {
      between[row * newWidth + column] = weighed(values, row * width + across[column].first, 1, across[column].weights);
    }
  }
  const result = new Float32Array(newWidth * newHeight);
  for (let row = 0; row < newHeight; row += 1) {
    const { first, weights } = down[row];
    for (let column = 0; column < newWidth; column += 1) {
      result[row * newWidth + column] = weighed(between, first * newWidth + column, newWidth, weights);
    }
  }
  return result;
}

function weighed(values, start, stride, weights) {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) sum += weights[at] * values[start + at * stride];
  return sum;
}

function weightsOf(from, to) {
  const scale = from / to;
  const wide = Math.max(1, scale);
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - 2 * wide + 0.5));
    const last = Math.min(from, Math.trunc(centre + 2 * wide + 0.5));
    const raw = Array.from({ length: last - first }, (_, at) => cubic((first + at - centre + 0.5) / wide));
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { first, weights: raw.map((weight) => weight / sum) };
  });
}

function cubic(x) {
  const [a, distance] = [-0.5, Math.abs(x)];
  if (distance < 1) return ((a + 2) * distance - (a + 3)) * distance * distance + 1;
  return distance < 2 ? ((distance - 5) * distance + 8) * distance * a - 4 * a : 0;
}

function quantile(values, share) {
  values.sort((one, other) => one - other);
  const place = (values.length - 1) * share;
  const [low, high] = [values[Math.floor(place)], values[Math.ceil(place)]];
  return low + (high - low) * (place % 1);
}

/** Put a box on the 28 x 28 picture, its centre of mass on pixel (14, 14). */
function centred(box, width, height) {
  let [mass, x, y] = [0, 0, 0];
  box.forEach((value, index) => {
    mass += value;
    x += value * (index % width);
    y += value * Math.floor(index / width);
  });
  const corner = (sum, side) => Math.min(28 - side, Math.max(0, Math.round(CENTRE - sum / mass)));
  const [left, top] = [corner(x, width), corner(y, height)];
  const image = new Float32Array(PIXELS);
  for (let row = 0; row < height; row += 1) {
    image.set(box.subarray(row * width, (row + 1) * width), (top + row) * 28 + left);
  }
  return image;
}
