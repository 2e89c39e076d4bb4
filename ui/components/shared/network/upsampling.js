// Every number repeated down and right.

/**
 * @param {{ given: number[], factor: number }} layer channels, height and width of its input; how often
 * @returns {import("./network.js").Step}
 */
export function upsampling({ given: [channels, height, width], factor }) {
  const [tall, wide] = [height * factor, width * factor];
  const from = Int32Array.from({ length: channels * tall * wide }, (_, at) => {
    const channel = Math.floor(at / (tall * wide));
    const row = Math.floor((Math.floor(at / wide) % tall) / factor);
    return (channel * height + row) * width + Math.floor((at % wide) / factor);
  });
  const out = new Float32Array(from.length);
  return (input) => {
    for (let at = 0; at < out.length; at += 1) out[at] = input[from[at]];
    return out;
  };
}
