// A teacher's table of answers, made of files that students handed over; read in this browser, sent nowhere.

import { make } from "../shared/dom.js";
import { save } from "../shared/download.js";
import { csvOf, readFile, tableOf } from "./answers_file.js";

const LARGEST = 2_000_000; // bytes of a file
const INTRO =
  "Students save their answers on the certificate and hand you the file. Choose all files at once: they are read in " +
  "this browser and go nowhere else.";

export class Classroom {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    root.classList.add("classroom");
    /** @type {{ lesson: import("./record.js").Lesson, text: string, file: string }[]} each text once */
    this.read = [];
    this.data = null;
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    if (this.data) return;
    this.data = data;
    this.files = make("input", { type: "file", multiple: true, accept: ".json,application/json" });
    this.files.setAttribute("aria-label", "Answer files of your class");
    this.files.onchange = () => void this.add([...this.files.files]);
    this.csv = make("button", {
      type: "button",
      className: "main",
      textContent: "Save as a table (CSV)",
      disabled: true,
    });
    this.csv.onclick = () => save(new Blob([csvOf(this.rows())], { type: "text/csv" }), "lesson-answers.csv");
    this.empty = make("button", { type: "button", textContent: "Remove all", disabled: true });
    this.empty.onclick = () => {
      this.read = [];
      this.show([]);
    };
    this.notes = make("p", { className: "note" });
    this.notes.setAttribute("role", "status");
    this.table = make("div", { className: "rows", tabIndex: 0 });
    const tools = make("p", { className: "tools" }, this.files, this.csv, this.empty);
    const title = make("h2", { textContent: "The answers of your class" });
    this.root.replaceChildren(title, make("p", { textContent: INTRO }), tools, this.notes, this.table);
    this.root.dataset.ready = "true";
  }

  /** @param {File[]} files */
  async add(files) {
    const refused = [];
    for (const file of files) {
      try {
        if (file.size > LARGEST) throw new Error("It is too large for a file of this lesson.");
        const text = await file.text();
        const lesson = readFile(text);
        this.read = [...this.read.filter((other) => other.text !== text), { lesson, text, file: file.name }];
      } catch (error) {
        refused.push(`${file.name}: ${/** @type {Error} */ (error).message}`);
      }
    }
    this.files.value = "";
    this.show(refused);
  }

  rows() {
    return tableOf(this.read, this.data.steps, this.data.questions);
  }

  /** @param {string[]} refused */
  show(refused) {
    const count = this.read.length;
    this.csv.disabled = this.empty.disabled = !count;
    this.notes.textContent = [count ? `${count} ${count === 1 ? "file" : "files"} read.` : "", ...refused].join(" ");
    const [head, ...rows] = this.rows();
    const cells = (tag, row) => make("tr", {}, ...row.map((text) => make(tag, { textContent: String(text) })));
    const body = rows.map((row) => cells("td", row));
    const table = make("table", {}, make("thead", {}, cells("th", head)), make("tbody", {}, ...body));
    this.table.replaceChildren(...(count ? [table] : []));
  }
}
