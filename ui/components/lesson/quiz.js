// Five questions, the same before and after: answers stay in this browser.

import { make } from "../shared/dom.js";
import { change, lesson } from "./store.js";
import { optionWords } from "./verdict.js";

/** @typedef {{ name: string, asks: string, options: Record<string, string>, right: string, step: string, why?: string }} Question */

const INTRO = {
  before:
    "Five questions about what is to come. You cannot know the words yet, so guess, or say that you don't know. Nobody " +
    "marks this; after the lesson you see for yourself what you have learnt.",
  after:
    "The same five questions as before the lesson. Answer all, then see which are right, and what you said before.",
};

export class Quiz {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    root.classList.add("quiz");
    this.data = this.send = null;
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setTriggerValue }) {
    this.send = setTriggerValue;
    const news = data.when !== this.data?.when;
    this.data = data;
    if (news) this.show();
  }

  show() {
    const { questions, when } = this.data;
    this.notes = questions.map(() => make("p", { className: "note", hidden: true }));
    const sets = questions.map((question, at) => this.ask(question, at));
    this.end = make("p", { className: "end" });
    this.end.setAttribute("role", "status");
    this.look = this.button("Show which are right", "main", () => this.finish());
    this.again = this.button("Try again", "", () => this.restart());
    const on =
      when === "before"
        ? this.button("On to step 1 →", "main", () => this.send("go", "1"))
        : this.button("See your certificate →", "", () => this.send("go", "certificate"));
    const title = make("h2", { textContent: when === "before" ? "Before you begin" : "What you know now" });
    const ways = make("p", { className: "tools" }, this.look, this.again, on);
    this.root.replaceChildren(title, make("p", { textContent: INTRO[when] }), ...sets, this.end, ways);
    this.mark();
    this.root.dataset.ready = "true";
  }

  button(textContent, className, onclick) {
    const button = make("button", { type: "button", className, textContent });
    button.onclick = onclick;
    return button;
  }

  /** @param {Question} question */
  ask({ name, asks, options }, at) {
    const { when } = this.data;
    const given = lesson()[when][name];
    const rows = Object.entries(options).map(([value, text]) => {
      const input = make("input", { type: "radio", name: `${when}-${name}`, value, checked: value === given });
      input.onchange = () => {
        change((lesson) => ({ ...lesson, [when]: { ...lesson[when], [name]: value } }));
        this.mark();
      };
      const row = make("label", {}, input, make("span", { textContent: text }));
      row.dataset.value = value;
      return row;
    });
    const legend = make("legend", { textContent: `${at + 1}. ${asks}` });
    const set = make("fieldset", {}, legend, ...rows, this.notes[at]);
    set.dataset.question = name;
    return set;
  }

  /** From here on the answers stand. */
  finish() {
    change((lesson) => ({ ...lesson, marked: true }));
    this.mark();
    this.root.scrollIntoView();
  }

  /** Ask once more; what was right need not be answered again. */
  restart() {
    const right = this.data.questions.filter((question) => lesson().after[question.name] === question.right);
    const after = Object.fromEntries(right.map(({ name, right: answer }) => [name, answer]));
    change((lesson) => ({ ...lesson, after, marked: false, tries: lesson.tries + 1 }));
    this.show();
    this.root.scrollIntoView();
  }

  /** Say how many are answered; and, once the student asks for it, which are right. */
  mark() {
    const { questions, when } = this.data;
    const { before, after, marked } = lesson();
    const shown = when === "after" && marked;
    const answered = questions.filter(({ name }) => lesson()[when][name]).length;
    this.look.hidden = when === "before" || marked;
    this.look.disabled = answered < questions.length;
    this.again.hidden = !shown;
    this.end.textContent = `${answered} of ${questions.length} answered.`;
    if (!shown) return;
    const right = (answers) => questions.filter((question) => answers[question.name] === question.right).length;
    const earlier = Object.keys(before).length ? ` Before: ${right(before)}.` : "";
    this.end.textContent = `Right: ${right(after)} of ${questions.length}.${earlier}`;
    for (const [at, question] of questions.entries()) this.correct(question, this.notes[at]);
  }

  /**
   * @param {Question} question
   * @param {HTMLElement} note
   */
  correct({ name, options, right, step, why }, note) {
    const { before, after } = lesson();
    for (const row of note.parentElement.querySelectorAll("label")) {
      row.classList.toggle("right", row.dataset.value === right);
      row.classList.toggle("wrong", row.dataset.value === after[name] && after[name] !== right);
      row.querySelector("input").disabled = true;
    }
    const good = after[name] === right;
    const news = good ? "✓ Right." : `✗ Not right. The right answer is: “${options[right]}”. ${why}`;
    const earlier = before[name] ? ` Before the lesson you said: “${optionWords(options, before[name])}”.` : "";
    const words = good ? `Step ${step} showed it` : `See step ${step} again`;
    note.replaceChildren(
      news + earlier,
      this.button(words, "quiet", () => this.send("go", step)),
    );
    note.hidden = false;
  }
}
