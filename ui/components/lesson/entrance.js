// At the lesson's entrance: five questions first, for those who have not begun.

import { make } from "../shared/dom.js";
import { hear } from "../shared/page.js";
import { CHANGED, lesson } from "./store.js";

const WORDS =
  "Start with five questions (2 minutes). They come again at the end, so that you see what you have learnt.";

export class Entrance {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    root.classList.add("card", "entrance");
    const answer = make("button", { type: "button", className: "main", textContent: "To the five questions" });
    answer.onclick = () => this.send("go", "before");
    const note = make("small", { textContent: "Or begin below with step 1." });
    root.append(make("p", { textContent: WORDS }), make("p", { className: "tools" }, answer, note));
    this.send = null;
    this.stopHearing = hear({ [CHANGED]: () => this.show() });
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ setTriggerValue }) {
    this.send = setTriggerValue;
    this.show();
  }

  /** Who has answered or guessed anything has begun. */
  show() {
    const { before, steps } = lesson();
    this.root.hidden = Object.keys(before).length > 0 || Object.keys(steps).length > 0;
    this.root.dataset.ready = "true";
  }

  remove() {
    this.stopHearing();
  }
}
