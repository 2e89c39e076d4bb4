// Folds the menu away on a narrow screen, where it would cover the page that was just chosen from it.

const NARROW = 768; // CSS pixels, below which the menu lies over the page
let shown = null;

export default function ({ data }) {
  const chosen = shown !== null && shown !== data;
  shown = data;
  if (!chosen || window.innerWidth >= NARROW) return;
  const menu = document.querySelector("[data-testid=stSidebar]");
  if (menu?.getBoundingClientRect().width) menu.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
}
