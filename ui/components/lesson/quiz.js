// Five questions, the same before and after: answers stay in this browser.

import { make } from "../shared/dom.js";
import { change, lesson } from "./store.js";
import { optionWords } from "./verdict.js";

/** @typedef {{ name: string, asks: string, options: Record<string, string>, right: string, step: string }} Question */

const INTRO = {
  before: "Five questions, to see later what you have learnt. Guess, or say that you don't know: nobody marks this.",
  after: "The same five questions. When all are answered, you see which are right, beside what you said before.",
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
    const on = make("button", { type: "button", className: "main" });
    on.textContent = when === "before" ? "On to step 1 →" : "See your certificate →";
    on.onclick = () => this.send("go", when === "before" ? "1" : "certificate");
    const title = make("h3", { textContent: when === "before" ? "Before you begin" : "What you know now" });
    this.root.replaceChildren(title, make("p", { textContent: INTRO[when] }), ...sets, this.end, on);
    this.mark();
    this.root.dataset.ready = "true";
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

  /** Say how many are answered; after the lesson, and once all are, what is right. */
  mark() {
    const { questions, when } = this.data;
    const answers = lesson()[when];
    const answered = questions.filter(({ name }) => answers[name]).length;
    this.end.textContent = `${answered} of ${questions.length} answered.`;
    if (when === "before" || answered < questions.length) return;
    const right = (answers) => questions.filter((question) => answers[question.name] === question.right).length;
    const { before, after } = lesson();
    const earlier = Object.keys(before).length ? ` Before: ${right(before)}.` : "";
    this.end.textContent = `Right: ${right(after)} of ${questions.length}.${earlier}`;
    for (const [at, question] of questions.entries()) this.correct(question, this.notes[at]);
  }

  /**
   * @param {Question} question
   * @param {HTMLElement} note
   */
  correct({ name, options, right, step }, note) {
    const { before, after } = lesson();
    for (const row of note.parentElement.querySelectorAll("label"))
      row.classList.toggle("right", row.dataset.value === right);
    const earlier = before[name] ? ` Before, you said: “${optionWords(options, before[name])}”.` : "";
    const again = make("button", { type: "button", className: "quiet", textContent: `See step ${step} again` });
    again.onclick = () => this.send("go", step);
    const news = after[name] === right ? ["✓ Right."] : ["✗ The marked answer is right.", again];
    note.replaceChildren(...news, earlier);
    note.hidden = false;
  }
}
