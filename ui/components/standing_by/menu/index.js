// Folds the menu away on a narrow screen, where it would cover the page that was just chosen from it, lets the keyboard
// skip it, and mends what it says of itself, also when it is unfolded or one of its sections is, and what widgets say.

import { mendMenu } from "./roles.js";
import { offerToSkip } from "./skip.js";
import { mendWidgets } from "./widgets.js";

const NARROW = 768; // CSS pixels, below which the menu lies over the page
const mender = new MutationObserver(() => mendMenu(document, shown));
const widgetMender = new MutationObserver(() => mendWidgets(document));
/** @type {string | null} */
let shown = null;

window.addEventListener("resize", () => mendWidgets(document));

/** @param {import("../../shared/mount.js").Component} component */
export default function fold({ data }) {
  const chosen = shown !== null && shown !== data;
  const menu = document.querySelector("[data-testid=stSidebar]");
  shown = data;
  offerToSkip();
  mendMenu(document, shown);
  if (menu) mender.observe(menu, { childList: true, subtree: true });
  mendWidgets(document);
  const main = document.querySelector("[data-testid=stMain]");
  if (main) widgetMender.observe(main, { childList: true, subtree: true, attributeFilter: ["aria-labelledby"] });
  if (!chosen || window.innerWidth >= NARROW) return;
  /** @type {HTMLButtonElement} */
  const button = menu?.querySelector("[data-testid=stSidebarCollapseButton] button");
  if (menu?.getBoundingClientRect().width) button?.click();
}
