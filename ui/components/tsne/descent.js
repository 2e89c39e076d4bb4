// t-SNE by gradient descent (van der Maaten 2014, “Accelerating t-SNE using tree-based algorithms”): points that belong
// together pull each other, and all push each other, seen through the quad tree.

import { QuadTree } from "./quadtree.js";
import { EXAGGERATED } from "./schedule.js";

const THETA = 0.5;
const LONGEST_STEP = 5;
const LEAST_GAIN = 0.01;
const TINY = 1e-12;

export class Descent {
  /**
   * @param {import("./affinities.js").Affinities} affinities
   * @param {Float64Array} places of the start, taken over and moved
   * @param {{ exaggeration: number, rate: number | "auto" }} settings "auto": as many as there are points, divided by
   *   the exaggeration that is on
   */
  constructor(affinities, places, { exaggeration, rate }) {
    this.affinities = affinities;
    this.places = places;
    this.strength = exaggeration;
    this.rate = rate;
    this.iteration = 0;
    this.count = places.length / 2;
    this.tree = new QuadTree(this.count);
    this.push = new Float64Array(places.length);
    this.pull = new Float64Array(places.length);
    this.update = new Float64Array(places.length);
    this.gains = new Float64Array(places.length).fill(1);
    this.certain = affinities.weights.reduce((sum, weight) => sum + weight * Math.log(Math.max(weight, TINY)), 0);
  }

  get exaggerating() {
    return this.iteration < EXAGGERATED;
  }

  /** Move every point once. */
  step() {
    if (this.iteration === EXAGGERATED) {
      this.update.fill(0);
      this.gains.fill(1);
    }
    this.tree.build(this.places);
    const total = Math.max(this.tree.repel(this.places, THETA, this.push), TINY);
    this.attract();
    this.move(this.exaggerating ? this.strength : 1, total);
    this.centre();
    this.iteration += 1;
  }

  /** Write for every point the sum of p q (y_i − y_j) over those that it belongs with into `pull`. */
  attract() {
    const { places, pull, count } = this;
    const { starts, others, weights } = this.affinities;
    for (let row = 0; row < count; row += 1) {
      const [x, y] = [places[2 * row], places[2 * row + 1]];
      let [pullX, pullY] = [0, 0];
      for (let at = starts[row]; at < starts[row + 1]; at += 1) {
        const dx = x - places[2 * others[at]];
        const dy = y - places[2 * others[at] + 1];
        const force = weights[at] / (1 + dx * dx + dy * dy);
        pullX += force * dx;
        pullY += force * dy;
      }
      pull[2 * row] = pullX;
      pull[2 * row + 1] = pullY;
    }
  }

  /** One step with momentum; a coordinate that keeps its direction gains speed (Jacobs 1988). */
  move(exaggeration, total) {
    const { places, push, pull, update, gains, count } = this;
    const rate = this.rate === "auto" ? count / exaggeration : this.rate;
    const momentum = this.exaggerating ? 0.5 : 0.8;
    for (let at = 0; at < places.length; at += 1) {
      const slope = exaggeration * pull[at] - push[at] / total;
      const turned = Math.sign(update[at]) !== Math.sign(slope);
      gains[at] = turned ? gains[at] + 0.2 : gains[at] * 0.8 + LEAST_GAIN;
      update[at] = momentum * update[at] - rate * gains[at] * slope;
    }
    for (let at = 0; at < places.length; at += 2) {
      const length = Math.hypot(update[at], update[at + 1]);
      const kept = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
      update[at] *= kept;
      update[at + 1] *= kept;
      places[at] += update[at];
      places[at + 1] += update[at + 1];
    }
  }

  centre() {
    let [x, y] = [0, 0];
    for (let at = 0; at < this.places.length; at += 2) {
      x += this.places[at] / this.count;
      y += this.places[at + 1] / this.count;
    }
    for (let at = 0; at < this.places.length; at += 2) {
      this.places[at] -= x;
      this.places[at + 1] -= y;
    }
  }

  /** The cost of the map as it is, KL(P || Q) in nats, always without exaggeration. */
  cost() {
    const { places, count } = this;
    const { starts, others, weights } = this.affinities;
    this.tree.build(places);
    const total = Math.max(this.tree.repel(places, THETA, this.push), TINY);
    let sum = this.certain + Math.log(total);
    for (let row = 0; row < count; row += 1) {
      for (let at = starts[row]; at < starts[row + 1]; at += 1) {
        const dx = places[2 * row] - places[2 * others[at]];
        const dy = places[2 * row + 1] - places[2 * others[at] + 1];
        sum += weights[at] * Math.log1p(dx * dx + dy * dy);
      }
    }
    return sum;
  }
}
