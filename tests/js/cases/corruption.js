// Pictures corrupted by layers with the fields that Python drew.

import { coverage } from "../../../ui/components/corruption/coverage.js";
import { corrupted } from "../../../ui/components/shared/corruption.js";

/** @param {{ clean: number[], layers: any[], fields: (number[] | null)[], strokes: number[][], pen: number }[]} cases */
export default function compute(cases) {
  return cases.map(({ clean, layers, fields, strokes, pen }) => {
    const scribble = coverage(strokes, pen);
    const drawn = fields.map((field, index) =>
      layers[index].kind === "scribble" ? scribble : field && new Float32Array(field),
    );
    return corrupted(new Float32Array(clean), layers, drawn);
  });
}
