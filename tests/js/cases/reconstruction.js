// Whole models: pictures encoded, codes decoded, and one from the other, with the time that they take.

import { readFileSync } from "node:fs";
import { readMessage } from "../../../ui/components/shared/message.js";
import { Network } from "../../../ui/components/shared/network/network.js";

/** @param {string} path */
const floats = (path) => new Float32Array(new Uint8Array(readFileSync(path)).buffer);

/** @param {string} path */
function networkIn(path) {
  const { header, arrays } = readMessage(new Uint8Array(readFileSync(path)));
  return new Network(header.layers, arrays.weights, arrays.biases);
}

/**
 * Return the largest differences from what Python wrote down.
 *
 * @param {{ encoder: string, decoder: string, pictures: string, means: string, decoded: string, size: number }[]} cases
 *   files, and numbers in a code
 */
export default function compare(cases) {
  return cases.map(({ encoder, decoder, pictures, means, decoded, size }) => {
    const [encode, decode] = [networkIn(encoder), networkIn(decoder)];
    const [given, codes, expected] = [pictures, means, decoded].map(floats);
    const worst = { encode: 0, decode: 0, reconstruct: 0 };
    const note = (what, ours, theirs) => {
      ours.forEach((value, at) => {
        worst[what] = Math.max(worst[what], Math.abs(value - theirs[at]));
      });
    };
    for (let index = 0; index < given.length / 784; index += 1) {
      const known = codes.subarray(index * size, (index + 1) * size);
      const theirs = expected.subarray(index * 784, (index + 1) * 784);
      note("decode", decode.run(known), theirs);
      const code = encode.run(given.subarray(index * 784, (index + 1) * 784)).slice(0, size);
      note("encode", code, known);
      note("reconstruct", decode.run(code), theirs);
    }
    return worst;
  });
}
