// Bars made of parts that add up.

import { make } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";
import { mounting } from "../shared/mount.js";
import { inWords } from "./sum.js";

export default mounting(({ parentElement }) => ({
  update({ data }) {
    const { bars, label, names } = readMessage(data).header;
    const root = parentElement.querySelector("figure");
    root.querySelector("figcaption").textContent = label;
    const marks = names.map((name, part) => make("span", { className: `mark part-${part}`, textContent: name }));
    root.querySelector(".legend").replaceChildren(...marks);
    root.querySelector("ol").replaceChildren(...bars.map(row));
    root.dataset.ready = "true";
  },
}));

/** @param {{ title: string, parts: number[], shares: number[], chosen: boolean }} bar */
function row({ title, parts, shares, chosen }) {
  const pieces = shares.map((share, part) => {
    const piece = make("span", { className: `part part-${part}` });
    piece.style.setProperty("--share", String(share));
    return piece;
  });
  return make(
    "li",
    { className: chosen ? "chosen" : "" },
    make("span", { className: "title", textContent: title }),
    make("span", { className: "track" }, ...pieces),
    make("span", { className: "sum", textContent: inWords(parts) }),
  );
}
