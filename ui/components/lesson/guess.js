// The guess of a step: asked for, and once made a line that says what it was.

import { make } from "../shared/dom.js";
import { choices } from "./choices.js";
import { entryOf, withStep } from "./record.js";
import { scale } from "./scale.js";
import { Sketchpad } from "./sketchpad.js";
import { change, lesson } from "./store.js";
import { guessWords } from "./verdict.js";

/** @typedef {import("./record.js").Guess} Guess */

export class GuessCard {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    root.classList.add("card");
    this.data = this.send = null;
    this.open = true; // whether it is asked for
    this.sent = false; // whether the page has been told of a guess from an earlier visit
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setStateValue }) {
    const first = !this.data;
    this.data = data;
    this.send = setStateValue;
    const { guess } = entryOf(lesson(), data.step);
    if (first) this.open = !guess && !data.made;
    if (guess && !data.made && !this.sent && !this.open) {
      this.sent = true;
      setStateValue("guess", guess);
    }
    if (first) this.show();
  }

  show() {
    const { asks } = this.data;
    const heading = make("p", { className: "asks" }, make("b", { textContent: "Guess first. " }), asks);
    this.root.replaceChildren(...(this.open ? [heading, this.ways(), this.escapes()] : [this.line(asks)]));
    this.root.dataset.ready = "true";
    this.root.dataset.open = String(this.open);
    this.root.classList.toggle("small", !this.open);
  }

  /** What one guesses with. */
  ways() {
    const told = this.data.guess;
    if (told.kind === "choice") return choices(told.options, (choice) => this.take({ kind: "choice", choice }));
    if (told.kind === "value") return scale(told, (value) => this.take({ kind: "value", value }));
    return new Sketchpad((strokes) => this.take({ kind: "sketch", strokes })).element;
  }

  /** For those who cannot guess, and for those who know. */
  escapes() {
    const unsure = make("button", { type: "button", className: "quiet", textContent: "I can't guess, show me" });
    unsure.onclick = () => this.take({ kind: "unknown" });
    const known = make("button", { type: "button", className: "quiet", textContent: "I know this, skip the step" });
    known.onclick = () => {
      change((lesson) => withStep(lesson, this.data.step, { skipped: true }));
      document.dispatchEvent(new CustomEvent("lesson-skip", { detail: this.data.step }));
    };
    return make("p", { className: "escapes" }, unsure, known);
  }

  line(asks) {
    const { guess } = entryOf(lesson(), this.data.step);
    const again = make("button", { type: "button", className: "quiet", textContent: "Change" });
    again.onclick = () => {
      this.open = true;
      this.show();
      this.first()?.focus();
    };
    const words = make("span", {}, make("b", { textContent: "Your guess: " }), guessWords(guess, this.data.guess));
    return make("p", { className: "made", title: asks }, words, again);
  }

  /** @param {Guess} guess */
  take(guess) {
    change((lesson) => withStep(lesson, this.data.step, { guess, skipped: false }));
    this.open = false;
    this.sent = true;
    this.send("guess", guess);
    this.show();
    this.first()?.focus();
  }

  /** @returns {HTMLElement | null} */
  first() {
    return this.root.querySelector("button, input");
  }
}
