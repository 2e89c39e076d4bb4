// What the student guessed, saw and drew: to read, to print, to save as a file.

import { make } from "../shared/dom.js";
import { save } from "../shared/download.js";
import { fileName, fileOf, score } from "./answers_file.js";
import { bold } from "./bold.js";
import { pictureOf, sketchOf } from "./picture.js";
import { countDone, entryOf } from "./record.js";
import { change, lesson } from "./store.js";
import { guessWords } from "./verdict.js";

const TITLE = "Certificate: what autoencoders do, a lesson in ten steps";

export class Certificate {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    root.classList.add("certificate");
    this.shown = false;
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    if (this.shown) return;
    this.shown = true;
    const name = this.name();
    this.summed = make("p");
    this.sum(data);
    const head = make("header", {}, make("h2", { textContent: TITLE }), name, this.summed);
    const rows = data.steps.map((step) => this.step(step));
    this.root.replaceChildren(head, this.choice(data), this.tools(), make("ol", {}, ...rows));
    this.root.dataset.ready = "true";
  }

  tools() {
    const print = make("button", { type: "button", className: "main", textContent: "Print" });
    print.onclick = () => window.print();
    const file = make("button", { type: "button", textContent: "Save my answers (file)" });
    file.onclick = () => {
      const blob = new Blob([fileOf(lesson(), new Date())], { type: "application/json" });
      save(blob, fileName(lesson()));
    };
    const note =
      "The file is for your teacher, who opens it on this page, under “A class's answers” (on phones “Teachers”). Nothing is sent to anybody unless you hand it over.";
    return make("p", { className: "tools" }, print, file, make("small", { textContent: note }));
  }

  name() {
    const input = make("input", { type: "text", value: lesson().name, maxLength: 80, placeholder: "Your name" });
    input.setAttribute("aria-label", "Your name");
    input.autocomplete = "off";
    input.oninput = () => change((lesson) => ({ ...lesson, name: input.value }));
    return input;
  }

  /** Whether the questions go along is for the student to say. */
  choice(data) {
    const input = make("input", { type: "checkbox", checked: lesson().shows });
    input.onchange = () => {
      change((lesson) => ({ ...lesson, shows: input.checked }));
      this.sum(data);
    };
    const words = "Include the five questions: my score on this certificate, my answers in the file";
    return make("label", { className: "tools" }, input, make("span", { textContent: words }));
  }

  sum({ steps, questions }) {
    const kept = lesson();
    const numbers = steps.map(({ number }) => number);
    const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const done = `${countDone(kept, numbers)} of ${steps.length} steps done`;
    this.summed.textContent = `${done}.${kept.shows ? questionWords(kept, questions) : ""} ${today}.`;
  }

  step({ number, title, question, sentence, guess: told }) {
    const { guess, outcome, skipped } = entryOf(lesson(), number);
    const words = `${number}. ${title}: ${question}`;
    if (!outcome) {
      const rest = make("i", { textContent: skipped ? " Known before." : " Not done." });
      return make("li", { className: "open" }, words, rest);
    }
    const heading = make("h3", { textContent: words });
    const guessed = make("p", {}, make("b", { textContent: "Guess: " }), guessWords(guess, told));
    const happened = make("p", {}, make("b", { textContent: "What happened: " }), outcome.text);
    const pictures = make("div", { className: "pictures" });
    if (guess?.kind === "sketch") pictures.append(sketchOf(guess.strokes, "my sketch", this.root, true));
    pictures.append(...outcome.pictures.map((picture) => pictureOf(picture, this.root, true)));
    return make("li", {}, heading, guessed, happened, pictures, make("p", {}, ...bold(sentence)));
  }
}

function questionWords({ before, after, marked, tries }, questions) {
  const words = (count) => (count === "" ? "not answered" : `${count} of ${questions.length} right`);
  const late = tries ? ` (try ${tries + 1})` : "";
  const now = marked ? `${words(score(questions, after))}${late}` : "not finished";
  return ` The five questions before: ${words(score(questions, before))}; after: ${now}.`;
}
