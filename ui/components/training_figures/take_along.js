// The row of buttons for what can be taken along, and what came of it.

import { named } from "../shared/dom.js";
import { hear, tell } from "../shared/page.js";

export class TakeAlong {
  /** @param {HTMLElement} root */
  constructor(root) {
    /** @type {HTMLInputElement} */
    this.name = root.querySelector("input[type=text]");
    /** @type {HTMLInputElement} */
    this.file = root.querySelector("input[type=file]");
    const { load, ...others } = named(root, "take");
    for (const [act, button] of Object.entries(others)) button.onclick = () => this.wish(act);
    load.onclick = () => this.file.click();
    this.file.onchange = () => {
      if (this.file.files.length) this.wish("load", this.file.files[0]);
      this.file.value = "";
    };
    const said = root.querySelector("[role=status]");
    this.stopHearing = hear({
      "training-taken": (words) => {
        said.textContent = words;
      },
    });
  }

  /** @param {File} [file] */
  wish(act, file) {
    tell("training-take", { act, name: this.name.value, file });
  }

  remove() {
    this.stopHearing();
  }
}
