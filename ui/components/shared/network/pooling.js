// The largest number of every window, channel by channel; windows may reach beyond the edge.

/**
 * @param {import("./convolution.js").Windowed} layer
 * @returns {import("./network.js").Step}
 */
export function pooling({ given: [channels, height, width], made, kernel, stride, padding }) {
  const [, tall, wide] = made;
  const out = new Float32Array(channels * tall * wide);
  return (input) => {
    for (let at = 0; at < out.length; at += 1) {
      const channel = Math.floor(at / (tall * wide));
      const top = (Math.floor(at / wide) % tall) * stride[0] - padding[0];
      const left = (at % wide) * stride[1] - padding[1];
      const [bottom, right] = [Math.min(height, top + kernel[0]), Math.min(width, left + kernel[1])];
      let largest = -Infinity;
      for (let row = Math.max(0, top); row < bottom; row += 1) {
        const start = (channel * height + row) * width;
        for (let column = Math.max(0, left); column < right; column += 1) {
          if (input[start + column] > largest) largest = input[start + column];
        }
      }
      out[at] = largest;
    }
    return out;
  };
}
