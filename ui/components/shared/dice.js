// Chance that falls the same after every start of the page.

export class Dice {
  /** @param {number} [seed] */
  constructor(seed = 0) {
    this.state = seed;
  }

  /** A number of the standard normal, by Box and Muller. */
  normal() {
    return Math.sqrt(-2 * Math.log(this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** A number between 0 and 1, neither reached, by Mulberry32. */
  uniform() {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  }
}
