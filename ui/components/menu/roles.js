// What Streamlit's menu says of itself: its lists hold headings and links in one, which no list may.

const GROUPS = "[data-testid=stSidebarNavItems] > div";

/**
 * Make of the menu's list groups of links, each with its heading for a name.
 *
 * @param {ParentNode} page
 */
export function mendMenu(page) {
  const list = page.querySelector("[data-testid=stSidebarNavItems]");
  list?.setAttribute("role", "none");
  for (const group of page.querySelectorAll(GROUPS)) {
    const heading = group.querySelector("[data-testid=stNavSectionHeader] p");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", heading?.textContent ?? "");
    for (const item of group.querySelectorAll(":scope > li")) item.setAttribute("role", "none");
  }
}
