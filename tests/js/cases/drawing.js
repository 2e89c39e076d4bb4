// Strokes of the pad as a model's input.

import { inkOf } from "../../../ui/components/shared/drawing/ink.js";

/** @param {number[][][]} drawings */
export default function compute(drawings) {
  return drawings.map((strokes) => inkOf(strokes));
}
