// A picture sent through a model again and again, as the page does it.

import { readFileSync } from "node:fs";
import { walk } from "../../../ui/components/denoising_passes/walk.js";
import { readMessage } from "../../../ui/components/shared/message.js";
import { Network } from "../../../ui/components/shared/network/network.js";

/** @param {string} path */
function networkIn(path) {
  const { header, arrays } = readMessage(new Uint8Array(readFileSync(path)));
  return new Network(header.layers, arrays.weights, arrays.biases);
}

/** @param {{ encoder: string, decoder: string, code: number, noisy: number[], clean: number[] }[]} cases */
export default function walks(cases) {
  return cases.map(({ encoder, decoder, code, noisy, clean }) => {
    const model = { encoder: networkIn(encoder), decoder: networkIn(decoder), code };
    const { pictures, errors, best } = walk(model, new Float32Array(noisy), new Float32Array(clean));
    return { pictures: [...pictures], errors, best };
  });
}
