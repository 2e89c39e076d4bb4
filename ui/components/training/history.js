// What a run has shown so far: some three hundred frames at most, from its first step to its newest.

/**
 * @typedef {Record<string, number>} Losses by term, with "total", and "mse" a pixel
 *
 * @typedef {object} Frame what the worker tells of one step
 * @property {number} step
 * @property {number} epoch
 * @property {boolean} running
 * @property {number} seconds
 * @property {number} stepsASecond
 * @property {number} examplesASecond
 * @property {Losses | null} train
 * @property {Losses} held
 * @property {{ layer: string, norm: number }[]} gradients
 * @property {{ layer: string, units: number, dead: number }[]} dead
 * @property {Uint8Array} shown
 * @property {Uint8Array | null} noisy
 * @property {Float32Array} codes
 * @property {Uint8Array} codeLabels
 * @property {Int8Array} filters
 * @property {number} filterSide
 */

export const MOST_FRAMES = 300;

export class History {
  constructor() {
    /** @type {Frame[]} */
    this.frames = [];
    this.arrived = 0;
    this.stride = 1; // of the frames that arrive, every so manieth stays
    this.passing = false; // whether the newest is there only until the next one comes
  }

  get newest() {
    return this.frames.at(-1);
  }

  /**
   * Take in a frame; where there are too many, every second one goes.
   *
   * @param {Frame} frame
   */
  add(frame) {
    if (this.newest?.step === frame.step) {
      this.frames[this.frames.length - 1] = { ...frame, train: frame.train ?? this.newest.train };
      return;
    }
    if (this.passing) this.frames.pop();
    this.frames.push(frame);
    this.passing = this.arrived % this.stride !== 0;
    this.arrived += 1;
    if (this.passing || this.frames.length <= MOST_FRAMES) return;
    this.frames = this.frames.filter((_, index) => index % 2 === 0);
    this.stride *= 2;
  }

  /**
   * The frame nearest to a step.
   *
   * @param {number} step
   * @returns {Frame}
   */
  near(step) {
    const away = (frame) => Math.abs(frame.step - step);
    return this.frames.reduce((one, other) => (away(other) < away(one) ? other : one));
  }

  /** The error on held-out pictures at every step that is kept. */
  errors() {
    return this.frames.map(({ step, held }) => ({ step, error: held.mse }));
  }
}
