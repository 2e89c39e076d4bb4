// Sentences word by word: above what was typed, below what came back.

export default function ({ parentElement, data }) {
  const list = parentElement.querySelector(".words");
  list.replaceChildren(...data.sentences.map(sentence));
  list.dataset.ready = "true";
}

function sentence({ words, facts }) {
  const box = element("div", "sentence");
  box.setAttribute("role", "listitem");
  const pairs = element("div", "pairs");
  pairs.append(...words.map(pair));
  box.append(pairs, element("div", "facts", facts));
  return box;
}

function pair({ given, known, rebuilt, right }) {
  const both = element("div", "pair");
  const above = element("span", known ? "given" : "given unknown", given);
  if (!known) above.title = "The model does not know this word.";
  both.append(above, element("span", right ? "right" : "wrong", rebuilt));
  both.setAttribute("aria-label", `${given}: ${right ? "came back" : `became ${rebuilt}`}`);
  return both;
}

function element(kind, name, text = "") {
  const made = document.createElement(kind);
  made.className = name;
  made.textContent = text;
  return made;
}
