// The slider that looks back through a run.

export class Scrubber {
  /**
   * @param {HTMLElement} root
   * @param {(step: number | null) => void} look called with the step to look at; null for the newest
   */
  constructor(root, look) {
    /** @type {HTMLInputElement} */
    this.slider = root.querySelector("input");
    this.live = root.querySelector("button");
    /** @type {import("./history.js").Frame[]} */
    this.frames = [];
    this.slider.oninput = () => {
      const at = this.slider.valueAsNumber;
      look(at >= this.frames.length - 1 ? null : this.frames[at].step);
    };
    this.live.onclick = () => {
      look(null);
      this.slider.focus();
    };
  }

  /**
   * @param {import("./history.js").Frame[]} frames
   * @param {import("./history.js").Frame} now
   * @param {boolean} back whether the page looks back
   */
  show(frames, now, back) {
    this.frames = frames;
    this.slider.max = String(frames.length - 1);
    this.slider.value = String(frames.indexOf(now));
    this.slider.disabled = frames.length < 2;
    this.slider.setAttribute("aria-valuetext", `step ${now.step}`);
    this.live.hidden = !back;
  }
}
