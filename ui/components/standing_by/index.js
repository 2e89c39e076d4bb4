// What stands by on every page, each in a shadow tree of its own: one component, for every component costs at every answer.

import { dressed } from "../shared/dressed.js";
import connection from "./connection/index.js";
import menu from "./menu/index.js";
import presenter from "./presenter/index.js";
import terms from "./terms/index.js";

const OWN = "standing_by/";
/** @type {Record<string, { mount: (component: any) => any, styles: string[] }>} */
const PARTS = {
  connection: { mount: connection, styles: [] },
  menu: { mount: menu, styles: [] },
  presenter: { mount: presenter, styles: ["shared/controls.css"] },
  terms: { mount: terms, styles: ["shared/terms.css"] },
};
/** @type {WeakMap<HTMLElement, Map<string, (component: any) => any>>} how each part is mounted, by place */
const standing = new WeakMap();

/** @param {import("../shared/mount.js").Component} component */
export default function standBy(component) {
  const { data, parentElement, texts } = component;
  if (!standing.has(parentElement)) standing.set(parentElement, placed(parentElement, texts));
  const ends = [...standing.get(parentElement)].map(([name, mount]) => mount({ ...component, data: data[name] }));
  return () => {
    for (const end of ends) end?.();
  };
}

/** Give every part its place, and what it wears. */
function placed(parentElement, texts) {
  const paths = Object.keys(texts);
  const parts = Object.entries(PARTS).map(([name, { mount, styles }]) => {
    const place = document.createElement("div");
    parentElement.append(place);
    const root = place.attachShadow({ mode: "open" });
    const own = paths.filter((path) => path.startsWith(`${OWN}${name}/`));
    const wearing = dressed(mount, texts, [...styles, ...own]);
    return /** @type {const} */ ([name, (component) => wearing({ ...component, parentElement: root })]);
  });
  return new Map(parts);
}
