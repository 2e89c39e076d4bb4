// Sentences word by word: the code as a strip of colours, above each word what was typed, below what came back.

import { make } from "../shared/dom.js";
import { palette } from "../shared/palette.js";
import { strip } from "./strip.js";

const WORTH_NAMING = 0.005; // probability

/** @param {import("../shared/mount.js").Component} component */
export default function show({ parentElement, data }) {
  /** @type {HTMLElement} */
  const list = parentElement.querySelector(".words");
  const colours = palette(list);
  list.replaceChildren(...data.sentences.map((one) => sentence(one, colours)));
  list.dataset.ready = "true";
}

function sentence({ words, code, facts }, colours) {
  const details = make("div", { className: "details" });
  details.setAttribute("role", "status");
  const pairs = make("div", { className: "pairs" });
  pairs.append(...words.map((word) => pair(word, (chosen) => explain(pairs, details, chosen, word))));
  const box = make(
    "div",
    { className: "sentence" },
    make("div", { className: "code" }, strip(code, colours), make("span", {}, `code: ${code.length} numbers`)),
    pairs,
    make("div", { className: "facts", textContent: facts }),
    details,
  );
  box.setAttribute("role", "listitem");
  explain(pairs, details, null, null);
  return box;
}

function pair(word, choose) {
  const { given, known, rebuilt, right, likely } = word;
  const above = make("span", { className: known ? "given" : "given unknown", textContent: given });
  const below = make("span", { className: known ? (right ? "right" : "wrong") : "neither", textContent: rebuilt });
  const sure = make("span", { className: "sure" });
  sure.style.setProperty("--share", String(likely[0]?.[1] ?? 0));
  const both = make("button", { type: "button", className: "pair" }, above, below, sure);
  const became = !known ? "unknown to the model" : right ? "came back" : `became ${rebuilt}`;
  both.setAttribute("aria-label", `${given}: ${became}. Show the likeliest words.`);
  both.onclick = both.onmouseenter = both.onfocus = () => choose(both);
  return both;
}

/** Say which words were likeliest at a place. */
function explain(pairs, details, chosen, word) {
  for (const other of pairs.children) other.classList.toggle("chosen", other === chosen);
  if (!word) {
    details.replaceChildren("Point at a word or tap it: which words were likeliest there?");
    return;
  }
  const named = word.likely.filter(([, share], at) => at === 0 || share >= WORTH_NAMING);
  details.replaceChildren(
    make("b", {}, word.given),
    " came back as ",
    ...named.flatMap(([name, share], at) => [at ? ", " : "", make("b", {}, name), ` ${Math.round(100 * share)} %`]),
    word.known ? "" : ". The models do not know this word.",
  );
}
