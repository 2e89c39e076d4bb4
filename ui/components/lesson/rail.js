// All steps in a row: which is on, which are done, and what else there is.

import { make } from "../shared/dom.js";
import { hear } from "../shared/page.js";
import { countDone, countSkipped, entryOf } from "./record.js";
import { CHANGED, isForgetful, lesson } from "./store.js";

export class Rail {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.data = this.send = null;
    this.at = "";
    this.stopHearing = hear({ [CHANGED]: () => this.show() });
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setTriggerValue }) {
    this.data = data;
    this.send = setTriggerValue;
    this.show();
    if (this.at && this.at !== data.at) this.begin();
    this.at = data.at;
  }

  /** Another step is on: it begins at the top, for the eyes and for the keyboard. */
  begin() {
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
    const on = /** @type {HTMLElement} */ (this.root.querySelector("[aria-current]"));
    on?.focus({ preventScroll: true });
  }

  remove() {
    this.stopHearing();
  }

  show() {
    const { steps, views } = this.data;
    const held = /** @type {ShadowRoot} */ (this.root.getRootNode()).activeElement?.getAttribute("data-go");
    const row = make("ol", { className: "steps" }, ...steps.map((step) => make("li", {}, this.step(step))));
    const numbers = steps.map(([number]) => number);
    const skipped = countSkipped(lesson(), numbers);
    const rest = make("span", { textContent: ` done${skipped ? `, ${skipped} skipped` : ""}` });
    const done = make("span", { className: "count" }, `${countDone(lesson(), numbers)} of ${steps.length}`, rest);
    const links = views.map(([name, title]) => {
      const link = this.button(name, "", title);
      link.append(make("span", { textContent: title }), make("span", { className: "short", textContent: SHORT[name] }));
      return link;
    });
    const more = make("div", { className: "more" }, done, ...links);
    const nav = make("nav", { ariaLabel: "Steps of the lesson" }, row, more);
    this.root.replaceChildren(nav);
    if (isForgetful()) this.root.append(make("p", { className: "note", textContent: FORGETFUL }));
    if (held) /** @type {HTMLElement} */ (this.root.querySelector(`[data-go="${held}"]`))?.focus();
    this.root.dataset.ready = "true";
  }

  step([number, title]) {
    const { outcome, skipped } = entryOf(lesson(), number);
    const state = outcome ? "done" : skipped ? "skipped" : "open";
    const said = state === "open" ? "" : `, ${state}`;
    const button = this.button(number, "", `Step ${number}: ${title}${said}`);
    const mark = make("b", { textContent: number });
    button.append(mark, make("span", { textContent: title }));
    button.classList.add(state);
    return button;
  }

  button(name, text, said) {
    const button = make("button", { type: "button", textContent: text, title: said });
    button.dataset.go = name;
    button.setAttribute("aria-label", said);
    if (name === this.data.at) button.setAttribute("aria-current", "step");
    button.onclick = () => this.send("go", name);
    return button;
  }
}

const SHORT = { before: "Quiz before", after: "Quiz after", certificate: "Certificate", class: "Teachers" }; // on phones
const FORGETFUL = "This browser keeps nothing from visit to visit: your progress is lost when you reload.";
