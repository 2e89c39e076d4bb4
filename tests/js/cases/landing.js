// Codes on finished maps.

import { readFileSync } from "node:fs";
import { landing } from "../../../ui/components/code_map/landing.js";
import { readMessage } from "../../../ui/components/shared/message.js";
import { widen } from "../../../ui/components/shared/network/half.js";

/** @param {{ space: string, places: number[], codes: number[][], projection: string }[]} cases `space` is a file */
export default function compute(cases) {
  return cases.map(({ space, places, codes, projection }) => {
    const { header, arrays } = readMessage(new Uint8Array(readFileSync(space)));
    const known = { ...arrays, known: widen(arrays.known), scale: header.scale };
    return codes.map((code) => landing(new Float32Array(code), projection, known, new Float32Array(places)));
  });
}
