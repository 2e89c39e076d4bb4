// Reads on by itself, row after row, and rests at the last one.

const ROW_MILLISECONDS = 160;

export class Player {
  /**
   * @param {() => boolean} step goes one row on; false when there is none
   * @param {(playing: boolean) => void} told
   */
  constructor(step, told) {
    this.step = step;
    this.told = told;
    this.timer = 0;
  }

  get playing() {
    return this.timer !== 0;
  }

  play() {
    this.timer = window.setInterval(() => this.step() || this.pause(), ROW_MILLISECONDS);
    this.told(true);
  }

  pause() {
    if (!this.playing) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.told(false);
  }
}
