// What a component always has: HTML and CSS, put into its place once, and JSON. An answer of the server stays small so.

/**
 * @template Made
 * @param {(component: import("./mount.js").Component) => Made} mount
 * @param {Record<string, string>} texts of all components, by path below `ui/components`
 * @param {string[]} names of those that this one has, in their order
 * @returns {(component: import("./mount.js").Component) => Made}
 */
export function dressed(mount, texts, names) {
  if (!names.length) return (component) => mount({ ...component, texts });
  const having = (ending) => names.filter((name) => name.endsWith(ending)).map((name) => texts[name]);
  const template = document.createElement("template");
  template.innerHTML = having(".html").join(""); // a file of ours
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(having(".css").join("\n"));
  return (component) => {
    const root = /** @type {ShadowRoot} */ (/** @type {unknown} */ (component.parentElement));
    if (!root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [sheet];
      root.replaceChildren(template.content.cloneNode(true));
    }
    return mount({ ...component, texts });
  };
}
