// The controls of a training, each shown only where it applies.

import { make, named } from "../shared/dom.js";
import { DEFAULTS } from "../shared/learning/settings.js";
import { tell } from "../shared/page.js";
import { FIELDS } from "./choices.js";
import { optionsOf, sheetChoices } from "./options.js";

/** @typedef {import("./choices.js").Field} Field */

export class Controls {
  /** @param {HTMLElement} root */
  constructor(root) {
    const [live, anew] = [root.querySelector(".live"), root.querySelector(".anew")];
    this.fields = FIELDS.map((field) => {
      const control = field.choices
        ? make("select")
        : make("input", { type: "number", min: "0", max: "9999", step: "1" });
      control.dataset.testid = `training-${field.name}`;
      control.onchange = () => this.wish(field, control.value);
      const words = make("span");
      const box = make("div", { className: "row" });
      const whole = make("label", { title: field.help }, words, box);
      if (field.scale) box.append(this.stepper(field, -1), control, this.stepper(field, 1));
      else box.append(control);
      (field.live ? live : anew).append(whole);
      return { field, whole, words, control };
    });
    this.meanings = root.querySelector(".meanings");
    named(root, "do").reset.onclick = () => tell("training-wish", DEFAULTS);
    this.settings = null;
    this.shown = "";
  }

  stepper(field, way) {
    const button = make("button", { type: "button", textContent: way < 0 ? "−" : "+" });
    button.onclick = () => {
      const values = optionsOf(field.choices, this.settings[field.name]).map(([value]) => value);
      const next = values[values.indexOf(this.settings[field.name]) + way];
      if (next !== undefined) tell("training-wish", { [field.name]: next });
    };
    return button;
  }

  /** @param {Field} field */
  wish({ name }, text) {
    const value = typeof DEFAULTS[name] === "number" ? Number(text) : text;
    tell("training-wish", { [name]: value });
  }

  /**
   * @param {import("../shared/learning/settings.js").Settings} settings
   * @param {import("../training/material.js").Sheet[]} sheets
   */
  show(settings, sheets) {
    const key = JSON.stringify([settings, sheets]);
    if (key === this.shown) return;
    this.shown = key;
    this.settings = settings;
    const applying = FIELDS.filter(({ applies }) => !applies || applies(settings));
    const meaning = (field) => make("div", {}, make("dt", {}, labelOf(field, settings)), make("dd", {}, field.help));
    this.meanings.replaceChildren(...applying.map(meaning));
    for (const { field, whole, words, control } of this.fields) {
      whole.hidden = Boolean(field.applies && !field.applies(settings));
      words.textContent = labelOf(field, settings);
      name(whole, words.textContent);
      const choices = field.name === "data" ? sheetChoices(sheets) : field.choices;
      if (choices) fill(control, optionsOf(choices, settings[field.name]));
      control.value = String(settings[field.name]);
    }
  }
}

function labelOf({ label }, settings) {
  return typeof label === "function" ? label(settings) : label;
}

/** Name a control, for a label names only the first one in it, and the buttons on its sides. */
function name(whole, words) {
  whole.querySelector("select, input").setAttribute("aria-label", words);
  for (const [at, button] of [...whole.querySelectorAll("button")].entries())
    button.setAttribute("aria-label", `${words}: ${at ? "more" : "less"}`);
}

function fill(select, options) {
  const now = [...select.options].map(({ value }) => value).join();
  if (now === options.map(([value]) => value).join()) return;
  select.replaceChildren(...options.map(([value, words]) => new Option(words, String(value))));
}
