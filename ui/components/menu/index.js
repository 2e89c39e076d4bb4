// Folds the menu away on a narrow screen, where it would cover the page that was just chosen from it, and mends what
// it says of itself, also when it is unfolded or one of its sections is, and the names of widgets.

import { mendNames } from "./names.js";
import { mendMenu } from "./roles.js";

const NARROW = 768; // CSS pixels, below which the menu lies over the page
const mender = new MutationObserver(() => mendMenu(document, shown));
const nameMender = new MutationObserver(() => mendNames(document));
/** @type {string | null} */
let shown = null;

/** @param {import("../shared/mount.js").Component} component */
export default function fold({ data }) {
  const chosen = shown !== null && shown !== data;
  const menu = document.querySelector("[data-testid=stSidebar]");
  shown = data;
  mendMenu(document, shown);
  if (menu) mender.observe(menu, { childList: true, subtree: true });
  mendNames(document);
  const main = document.querySelector("[data-testid=stMain]");
  if (main) nameMender.observe(main, { childList: true, subtree: true, attributeFilter: ["aria-labelledby"] });
  if (!chosen || window.innerWidth >= NARROW) return;
  /** @type {HTMLButtonElement} */
  const button = menu?.querySelector("[data-testid=stSidebarCollapseButton] button");
  if (menu?.getBoundingClientRect().width) button?.click();
}
