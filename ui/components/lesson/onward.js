// The ways to the step before and to the one after.

import { make } from "../shared/dom.js";
import { hear } from "../shared/page.js";
import { entryOf } from "./record.js";
import { CHANGED, lesson } from "./store.js";

export class Onward {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    root.classList.add("onward");
    this.ways = [];
    this.send = null;
    this.step = "";
    this.skipped = ""; // a step that is skipped before its ways have come
    this.stopHearing = hear({
      "lesson-skip": (step) => this.skip(step),
      [CHANGED]: () => this.show(),
    });
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setTriggerValue }) {
    this.ways = data.ways;
    this.step = data.step;
    this.send = setTriggerValue;
    this.show();
    if (this.skipped === data.step) this.skip(data.step);
    this.skipped = "";
  }

  /** Go on from a step, as soon as its ways are here. */
  skip(step) {
    this.skipped = step === this.step ? "" : step;
    if (!this.skipped) this.send("go", this.ways[1][0]);
  }

  /** The way on stands out as soon as the step is done. */
  show() {
    const [before, after] = this.ways;
    const first = this.step === "1";
    const { outcome, skipped } = entryOf(lesson(), this.step);
    const back = this.button(before, "← Back", "");
    back.append(make("span", { className: "from", textContent: ` to ${titled(before)}` }));
    const asked = lesson().marked ? this.button(["after"], "To my answers", "") : "";
    this.root.replaceChildren(
      first ? "" : back,
      asked,
      this.button(after, `Next: ${titled(after)} →`, outcome || skipped ? "main" : ""),
    );
    this.root.dataset.ready = "true";
  }

  remove() {
    this.stopHearing();
  }

  button([name], text, className) {
    const button = make("button", { type: "button", textContent: text, className });
    button.onclick = () => this.send("go", name);
    return button;
  }
}

function titled([name, title]) {
  return /^\d+$/.test(name) ? `${name}. ${title}` : title;
}
