// The first stop of the Tab key: past the menu, to the page.

import { make } from "../../shared/dom.js";

const PAGE = "stMain"; // Streamlit's own name for it

/** Add the link that leads there, once. */
export function offerToSkip() {
  if (document.querySelector(".skip-link")) return;
  const link = make("a", { className: "skip-link", href: `#${PAGE}`, textContent: "Skip the menu" });
  link.onclick = (event) => {
    event.preventDefault(); // the address says what is on the screen, and nothing else
    document.getElementById(PAGE)?.focus();
  };
  document.body.prepend(link);
}
