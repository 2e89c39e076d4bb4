// What Streamlit's menu says of itself: its lists hold headings and links in one, which no list may.

const GROUPS = "[data-testid=stSidebarNavItems] > div";

/**
 * Make of the menu's list groups of links, each with its heading for a name.
 *
 * @param {ParentNode} page
 * @param {string} current the page that is shown, as its address ends; "" for the first one
 */
export function mendMenu(page, current) {
  const list = page.querySelector("[data-testid=stSidebarNavItems]");
  list?.setAttribute("role", "none");
  for (const link of page.querySelectorAll("[data-testid=stSidebarNavLink]")) {
    const here = new URL(/** @type {HTMLAnchorElement} */ (link).href).pathname.endsWith(`/${current}`);
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  for (const group of page.querySelectorAll(GROUPS)) {
    const heading = group.querySelector("[data-testid=stNavSectionHeader] p");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", heading?.textContent ?? "");
    for (const item of group.querySelectorAll(":scope > li")) item.setAttribute("role", "none");
  }
}
