// PCA as the page "Train one" computes it.

import { directions, lost, spread } from "../../../ui/components/shared/learning/pca.js";

export default function compute({ size, train, held, counts }) {
  const spreading = spread(Float32Array.from(train), size);
  return counts.map((count) => lost(spreading, directions(spreading, count), Float32Array.from(held)));
}
