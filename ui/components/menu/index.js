// Folds the menu away on a narrow screen, where it would cover the page that was just chosen from it.

const NARROW = 768; // CSS pixels, below which the menu lies over the page
/** @type {string | null} */
let shown = null;

/** @param {import("../shared/mount.js").Component} component */
export default function fold({ data }) {
  const chosen = shown !== null && shown !== data;
  shown = data;
  if (!chosen || window.innerWidth >= NARROW) return;
  const menu = document.querySelector("[data-testid=stSidebar]");
  /** @type {HTMLButtonElement} */
  const button = menu?.querySelector("[data-testid=stSidebarCollapseButton] button");
  if (menu?.getBoundingClientRect().width) button?.click();
}
