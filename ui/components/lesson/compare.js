// The guess beside what happened.

import { calm, make } from "../shared/dom.js";
import { hear } from "../shared/page.js";
import { line } from "./number_line.js";
import { pictureOf, sketchOf } from "./picture.js";
import { entryOf, withStep } from "./record.js";
import { change, lesson } from "./store.js";
import { beaten } from "./trained.js";
import { guessWords, verdict } from "./verdict.js";

const READ = "0px 0px -30% 0px"; // it is read once it has come this far up

export class Compare {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    root.classList.add("card");
    root.tabIndex = -1;
    this.data = this.send = null;
    this.told = false; // whether the page knows that this step was done on an earlier visit
    this.observer = new IntersectionObserver(
      ([{ isIntersecting, boundingClientRect }]) => this.read(isIntersecting || boundingClientRect.bottom < 0),
      { rootMargin: READ },
    );
    this.observer.observe(root);
    this.stopHearing = hear({
      "lesson-compare": () => this.come(),
      "lesson-changed": () => this.show(),
      "training-shown": (shown) => this.watch(shown),
    });
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setStateValue }) {
    this.data = data;
    this.send = setStateValue;
    if (data.outcome) this.keep(data.outcome);
    this.show();
    if (this.told || data.finished || !entryOf(lesson(), data.step).outcome) return;
    this.told = true;
    setStateValue("earlier", true);
  }

  remove() {
    this.stopHearing();
    this.observer.disconnect();
    this.read(false);
  }

  /** While it and what comes below it is read, the tasks that are all done need not stay in view. */
  read(/** @type {boolean} */ seen) {
    document.documentElement.classList.toggle("lesson-read", seen && Boolean(this.data?.finished));
  }

  /** Keep what happened, if it is news. */
  keep(outcome) {
    const { step } = this.data;
    if (JSON.stringify(entryOf(lesson(), step).outcome) === JSON.stringify(outcome)) return;
    change((lesson) => withStep(lesson, step, { outcome, skipped: false }));
  }

  /** Look whether a training has come below PCA's error; the server hears nothing of it. */
  watch(shown) {
    if (!this.data?.trains || this.data.finished) return;
    const outcome = beaten(shown);
    if (!outcome) return;
    if (!shown.run.ended || !entryOf(lesson(), this.data.step).outcome) this.keep(outcome);
    this.send("seen", { trained: true });
  }

  show() {
    const { data } = this;
    if (!data) return;
    const { guess, outcome } = entryOf(lesson(), data.step);
    this.root.hidden = !outcome;
    this.root.dataset.ready = "true";
    if (!outcome) return;
    const heading = data.finished ? "What happened." : "What happened when you were here before.";
    const said = verdict(guess, data.guess, outcome.answer);
    const head = make("p", { className: "asks" }, make("b", { textContent: `${heading} ` }), said);
    const text = make("p", { textContent: outcome.text.replaceAll(" %", "\u00a0%") });
    const pictures = make("div", { className: "pictures" });
    if (guess?.kind === "sketch") pictures.append(sketchOf(guess.strokes, "your sketch", this.root));
    pictures.append(...outcome.pictures.map((picture) => pictureOf(picture, this.root)));
    this.root.replaceChildren(head, this.beside(guess, outcome), text, pictures);
  }

  beside(guess, { answer }) {
    const told = this.data.guess;
    if (told.kind === "value" && typeof answer === "number") return line(told, guess?.value ?? null, answer);
    if (told.kind === "choice" && answer !== null) return options(told.options, guess?.choice, answer);
    return make("p", {}, make("b", { textContent: "Your guess: " }), guessWords(guess, told));
  }

  come() {
    this.root.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block: "center" });
    this.root.focus({ preventScroll: true });
  }
}

/** All choices, with marks on the one that was guessed and the one that came nearest. */
function options(words, guessed, answer) {
  const rows = Object.entries(words).map(([name, text]) => {
    const row = make("li", { className: name === answer ? "so" : "" }, make("span", { textContent: text }));
    if (name === guessed) row.append(make("em", { textContent: "your guess" }));
    if (name === answer) row.append(make("strong", { textContent: "nearest to what happened" }));
    return row;
  });
  return make("ul", { className: "options" }, ...rows);
}
