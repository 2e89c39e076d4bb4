// What a model makes of ink.

/**
 * Encode and decode ink, and measure it against the clean picture where the ink is not that.
 *
 * @param {import("./extras.js").Model} model
 * @param {{ ink?: Float32Array, clean?: Float32Array }} made
 * @returns {{ ink: Float32Array, clean: Float32Array, code: Float32Array, picture: Float32Array, error: number }}
 */
export function rebuilt({ encoder, decoder, code: size }, { ink, clean = ink }) {
  const code = encoder.run(ink).slice(0, size);
  const picture = decoder.run(code).slice();
  let sum = 0;
  for (let pixel = 0; pixel < ink.length; pixel += 1) sum += (picture[pixel] - clean[pixel]) ** 2;
  return { ink, clean, code, picture, error: sum / ink.length };
}
