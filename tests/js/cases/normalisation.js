// Ink of any size as a model's input.

import { normalised } from "../../../ui/components/shared/drawing/normalisation.js";

/** @param {{ ink: number[], width: number, height: number }[]} cases */
export default function compute(cases) {
  return cases.map(({ ink, width, height }) => normalised(new Float32Array(ink), width, height));
}
