// Sentences word by word: above what was typed, below what came back.

import { make } from "../shared/dom.js";

/** @param {import("../shared/mount.js").Component} component */
export default function show({ parentElement, data }) {
  /** @type {HTMLElement} */
  const list = parentElement.querySelector(".words");
  list.replaceChildren(...data.sentences.map(sentence));
  list.dataset.ready = "true";
}

function sentence({ words, facts }) {
  const pairs = make("div", { className: "pairs" }, ...words.map(pair));
  const box = make("div", { className: "sentence" }, pairs, make("div", { className: "facts", textContent: facts }));
  box.setAttribute("role", "listitem");
  return box;
}

function pair({ given, known, rebuilt, right }) {
  const above = make("span", { className: known ? "given" : "given unknown", textContent: given });
  if (!known) above.title = "The model does not know this word.";
  const below = make("span", { className: right ? "right" : "wrong", textContent: rebuilt });
  const both = make("div", { className: "pair" }, above, below);
  both.setAttribute("aria-label", `${given}: ${right ? "came back" : `became ${rebuilt}`}`);
  return both;
}
