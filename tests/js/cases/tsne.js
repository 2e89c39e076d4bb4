// A whole run of t-SNE, from codes to map.

import { conditional, mutual } from "../../../ui/components/tsne/affinities.js";
import { Descent } from "../../../ui/components/tsne/descent.js";
import { nearest } from "../../../ui/components/tsne/neighbours.js";
import { QuadTree } from "../../../ui/components/tsne/quadtree.js";
import { ITERATIONS } from "../../../ui/components/tsne/schedule.js";
import { startPlaces } from "../../../ui/components/tsne/start.js";

/** @param {{ codes: number[], count: number, columns: number, perplexity: number, settings: any }} run */
export default function compute({ codes: given, count, columns, perplexity, settings }) {
  const codes = new Float32Array(given);
  const wanted = 3 * perplexity;
  const search = nearest(codes, count, columns, wanted);
  let step = search.next();
  while (!step.done) step = search.next();
  const { indices, squares } = step.value;
  const probabilities = conditional(squares, count, wanted, perplexity);
  const affinities = mutual(indices, probabilities, count, wanted);
  const start = startPlaces(codes, count, columns, settings);
  const descent = new Descent(affinities, start.slice(), settings);
  while (descent.iteration < ITERATIONS) descent.step();
  const push = new Float64Array(2 * count);
  const tree = new QuadTree(count);
  tree.build(descent.places);
  const total = tree.repel(descent.places, 0.5, push);
  const { weights } = affinities;
  return { indices, probabilities, weights, start, push, places: descent.places, total, cost: descent.cost() };
}
