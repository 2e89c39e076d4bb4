// How a part of the page comes to it: its module, what all parts share, and what it always has.

import { dressed } from "./dressed.js";
import { plainly } from "./plain.js";

const COMPONENTS = new URL("../", import.meta.url).href;

/**
 * @param {string} path of the module whose default export mounts it, below `ui/components`
 * @param {string[]} names paths of its HTML, CSS and JSON
 */
export async function part(path, names) {
  const [{ default: mount }, { texts }] = await Promise.all([
    import(COMPONENTS + path),
    import(`${COMPONENTS}texts.js`),
  ]);
  return plainly(dressed(mount, texts, names));
}
