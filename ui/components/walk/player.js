// Walks to the end and back, again and again.

const LEG_SECONDS = 2.5; // from one stop to the next at normal speed

export class Player {
  /** @param {import("./walk.js").Walk} walk */
  constructor(walk) {
    this.walk = walk;
    this.share = 0; // of the way
    this.frame = 0;
    this.playing = false;
  }

  play() {
    if (this.walk.stops.length < 2) return;
    this.pause();
    this.playing = true;
    this.relabel();
    let last = performance.now();
    let way = 1;
    const step = (now) => {
      const legs = this.walk.stops.length - 1;
      const seconds = (Math.max(0, now - last) / 1000) * Number(this.walk.speed.value);
      last = now;
      this.share += (way * seconds) / (LEG_SECONDS * legs);
      if (this.share >= 1) [this.share, way] = [1, -1];
      else if (this.share <= 0) [this.share, way] = [0, 1];
      this.walk.show(this.share);
      this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  pause() {
    cancelAnimationFrame(this.frame);
    this.playing = false;
    this.relabel();
  }

  relabel() {
    const { play } = this.walk.buttons;
    play.textContent = this.playing ? "❚❚ Pause" : "▶ Play";
    play.setAttribute("aria-label", this.playing ? "Pause the walk" : "Play the walk");
  }
}
