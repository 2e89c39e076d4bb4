// HTML and CSS of a component, put into its place once; what the server sends at every answer stays small so.

/**
 * @template Made
 * @param {(component: import("./mount.js").Component) => Made} mount
 * @param {Record<string, string>} looks all HTML and CSS by path below `ui/components`
 * @param {string[]} names of those that the component wears, in their order
 * @returns {(component: import("./mount.js").Component) => Made}
 */
export function dressed(mount, looks, names) {
  if (!names.length) return mount;
  const worn = (ending) => names.filter((name) => name.endsWith(ending)).map((name) => looks[name]);
  const template = document.createElement("template");
  template.innerHTML = worn(".html").join("");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(worn(".css").join("\n"));
  return (component) => {
    const root = /** @type {ShadowRoot} */ (/** @type {unknown} */ (component.parentElement));
    if (!root.adoptedStyleSheets.includes(sheet)) {
      root.adoptedStyleSheets = [sheet];
      root.replaceChildren(template.content.cloneNode(true));
    }
    return mount(component);
  };
}
