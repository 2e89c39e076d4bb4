// Walks through latent space.

import { courseOf } from "../../../ui/components/shared/course.js";

/** @param {{ stops: number[][], count: number, spherical: boolean }[]} cases */
export default function compute(cases) {
  return cases.map(({ stops, count, spherical }) => courseOf(stops, count, spherical));
}
