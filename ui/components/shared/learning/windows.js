// Layers that slide a window over channels and learn: what every window shows is laid out as a row, so that they become
// products of rows with rows.

import { products } from "../network/products.js";
import { add, buffer, flip, Parameter } from "./parameter.js";

/** @typedef {import("../network/convolution.js").Windowed} Windowed */

/** Where the cells of all windows lie in a picture's channels: by place of the window, then by channel and cell. */
class Windows {
  /**
   * @param {Windowed} layer
   * @param {[number, number, number]} picture channels, height and width that the windows slide over
   * @param {[number, number]} places down and right
   */
  constructor({ kernel, stride, padding }, [channels, height, width], [down, right]) {
    this.places = down * right;
    this.depth = channels * kernel[0] * kernel[1];
    this.size = channels * height * width;
    this.cells = new Int32Array(this.places * this.depth);
    for (let at = 0; at < this.cells.length; at += 1) {
      const [place, cell] = [Math.floor(at / this.depth), at % this.depth];
      const inWindow = cell % (kernel[0] * kernel[1]);
      const row = Math.floor(place / right) * stride[0] - padding[0] + Math.floor(inWindow / kernel[1]);
      const column = (place % right) * stride[1] - padding[1] + (inWindow % kernel[1]);
      const inside = row >= 0 && row < height && column >= 0 && column < width;
      const channel = Math.floor(cell / (kernel[0] * kernel[1]));
      this.cells[at] = inside ? (channel * height + row) * width + column : -1;
    }
  }

  /** Lay out what all windows show: (count, size) becomes (count · places, depth); beyond the edge there is 0. */
  gather(pictures, count, out) {
    const { cells, size } = this;
    for (let picture = 0, at = 0; picture < count; picture += 1) {
      const start = picture * size;
      for (let cell = 0; cell < cells.length; cell += 1, at += 1)
        out[at] = cells[cell] < 0 ? 0 : pictures[start + cells[cell]];
    }
    return out;
  }

  /** Add windows (count · places, depth) up to pictures (count, size). */
  scatter(windows, count, out) {
    const { cells, size } = this;
    for (let picture = 0, at = 0; picture < count; picture += 1) {
      const start = picture * size;
      for (let cell = 0; cell < cells.length; cell += 1, at += 1)
        if (cells[cell] >= 0) out[start + cells[cell]] += windows[at];
    }
    return out;
  }
}

/** Bring (count, one, other) into the order (one, count, other); the same the other way round with sizes exchanged. */
function reorder(values, count, one, other, out) {
  for (let first = 0, at = 0; first < count; first += 1) {
    for (let second = 0; second < one; second += 1) {
      const start = (second * count + first) * other;
      for (let third = 0; third < other; third += 1, at += 1) out[start + third] = values[at];
    }
  }
  return out;
}

/** What both kinds share: weights, a bias for each channel, and buffers. */
class Windowing {
  /**
   * @param {number[]} shape of the weights
   * @param {number} channels that it makes
   * @param {number} area numbers in each
   * @param {import("./parameter.js").Real} Real
   */
  constructor(shape, channels, area, Real) {
    this.weight = new Parameter(shape, Real);
    this.bias = new Parameter([channels], Real);
    this.parameters = { weight: this.weight, bias: this.bias };
    this.channels = channels;
    this.area = area;
    this.buffers = Array.from({ length: 8 }, () => buffer(Real));
  }

  /** Glorot's bounds, which count all cells of a window, as torch does. */
  draw(dice) {
    const cells = this.weight.shape[2] * this.weight.shape[3];
    this.weight.draw(dice, this.weight.shape[1] * cells, this.weight.shape[0] * cells);
  }

  shift(pictures, count) {
    for (let row = 0, at = 0; row < count * this.channels; row += 1) {
      const bias = this.bias.value[row % this.channels];
      for (let place = 0; place < this.area; place += 1, at += 1) pictures[at] += bias;
    }
    return pictures;
  }

  sumBias(slope, count) {
    for (let row = 0, at = 0; row < count * this.channels; row += 1) {
      let sum = 0;
      for (let place = 0; place < this.area; place += 1, at += 1) sum += slope[at];
      this.bias.gradient[row % this.channels] += sum;
    }
  }
}

/** A convolution, weight (channels made, channels given, height, width). */
export class Convolution extends Windowing {
  /**
   * @param {Windowed} layer
   * @param {import("./parameter.js").Real} Real
   */
  constructor(layer, Real) {
    const { given, made, kernel } = layer;
    super([made[0], given[0], ...kernel], made[0], made[1] * made[2], Real);
    this.windows = new Windows(layer, given, [made[1], made[2]]);
  }

  forward(x, count) {
    const { places, depth } = this.windows;
    const [shown, product, made] = this.buffers;
    this.shown = this.windows.gather(x, count, shown(count * places * depth));
    const byChannel = product(this.channels * count * places);
    products(this.weight.value, this.shown, depth, byChannel);
    return this.shift(reorder(byChannel, this.channels, count, places, made(byChannel.length)), count);
  }

  backward(slope, count, further = true) {
    const { places, depth, size } = this.windows;
    const [, , , one, two, three, four, five] = this.buffers;
    this.sumBias(slope, count);
    const byChannel = reorder(slope, count, this.channels, places, one(slope.length));
    const gradient = two(this.weight.value.length);
    products(byChannel, flip(this.shown, count * places, depth, three(this.shown.length)), count * places, gradient);
    add(this.weight.gradient, gradient);
    if (!further) return null;
    const byPlace = flip(byChannel, this.channels, count * places, four(slope.length));
    const windows = three(count * places * depth);
    products(
      byPlace,
      flip(this.weight.value, this.channels, depth, two(this.weight.value.length)),
      this.channels,
      windows,
    );
    return this.windows.scatter(windows, count, five(count * size).fill(0));
  }
}

/** A transposed convolution, weight (channels given, channels made, height, width): windows are put down and added up. */
export class Transposed extends Windowing {
  /**
   * @param {Windowed} layer
   * @param {import("./parameter.js").Real} Real
   */
  constructor(layer, Real) {
    const { given, made, kernel } = layer;
    super([given[0], made[0], ...kernel], made[0], made[1] * made[2], Real);
    this.inputs = given[0];
    this.windows = new Windows(layer, made, [given[1], given[2]]);
  }

  forward(x, count) {
    const { places, depth, size } = this.windows;
    const [ordered, turned, weights, put, made] = this.buffers;
    this.x = reorder(x, count, this.inputs, places, ordered(x.length)); // (inputs, count · places)
    const windows = put(count * places * depth);
    const byPlace = flip(this.x, this.inputs, count * places, turned(x.length));
    products(
      byPlace,
      flip(this.weight.value, this.inputs, depth, weights(this.weight.value.length)),
      this.inputs,
      windows,
    );
    return this.shift(this.windows.scatter(windows, count, made(count * size).fill(0)), count);
  }

  backward(slope, count) {
    const { places, depth } = this.windows;
    const [, turned, weights, put, , other, given] = this.buffers;
    this.sumBias(slope, count);
    const shown = this.windows.gather(slope, count, put(count * places * depth));
    const gradient = weights(this.weight.value.length);
    products(this.x, flip(shown, count * places, depth, other(shown.length)), count * places, gradient);
    add(this.weight.gradient, gradient);
    const byInput = turned(this.inputs * count * places);
    products(this.weight.value, shown, depth, byInput);
    return reorder(byInput, this.inputs, count, places, given(byInput.length));
  }
}
