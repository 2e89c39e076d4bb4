// Plain data, which travels as bytes: four zeros, then JSON.

import { addressIn } from "./kept.js";
import { painted } from "./painted.js";

const MARK = 4;

/**
 * Let a component have plain data as it was in Python; messages with arrays pass as they are. Then it is painted, unless
 * its message has yet to be fetched.
 *
 * @template Made
 * @param {(component: import("./mount.js").Component) => Made} mount
 * @returns {(component: import("./mount.js").Component) => Made}
 */
export function plainly(mount) {
  return (component) => {
    const { data } = component;
    const plain = data instanceof Uint8Array && data.subarray(0, MARK).every((byte) => byte === 0);
    const read = () => JSON.parse(new TextDecoder().decode(data.subarray(MARK)));
    const mounted = mount(plain ? { ...component, data: read() } : component);
    if (plain || !addressIn(data)) painted(component.parentElement);
    return mounted;
  };
}
