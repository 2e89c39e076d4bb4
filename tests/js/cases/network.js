// Networks run from the very messages that Python packs for the page.

import { Sprite } from "../../../ui/components/plane/sprite.js";
import { readMessage } from "../../../ui/components/shared/message.js";
import { Mlp } from "../../../ui/components/shared/network.js";

/** @param {{ message: string, inputs: number[][] }[]} cases with messages in base64 */
export default function compute(cases) {
  return cases.map(({ message, inputs }) => {
    const { header, arrays } = readMessage(new Uint8Array(Buffer.from(message, "base64")));
    const network = header.sprite
      ? new Sprite(arrays.pictures, header.sprite)
      : new Mlp(header.layers, arrays.weights, arrays.biases);
    return inputs.map((input) => [...network.run(new Float32Array(input))]);
  });
}
