// The row of settings that one tap puts in place.

import { make } from "../shared/dom.js";
import { checked, PRESETS } from "../shared/learning/settings.js";
import { textsOf } from "./address.js";

/** @typedef {import("../shared/learning/settings.js").Settings} Settings */

const FREE = "Your own settings. Tap one of the six to start from there.";

export class Presets {
  /**
   * @param {HTMLElement} row
   * @param {HTMLElement} story
   * @param {(settings: Settings) => void} choose
   */
  constructor(row, story, choose) {
    this.story = story;
    this.buttons = PRESETS.map(({ id, title, settings }) => {
      const onclick = () => choose(checked(settings));
      const button = make("button", { type: "button", textContent: title, onclick });
      button.dataset.testid = `training-preset-${id}`;
      return button;
    });
    row.append(...this.buttons);
  }

  /** @param {Settings} settings that are on */
  show(settings) {
    const now = key(settings);
    const at = PRESETS.findIndex((preset) => key(checked(preset.settings)) === now);
    for (const [index, button] of this.buttons.entries()) button.setAttribute("aria-pressed", String(index === at));
    this.story.textContent = at < 0 ? FREE : PRESETS[at].sentence;
  }
}

function key(settings) {
  return JSON.stringify(textsOf(settings));
}
