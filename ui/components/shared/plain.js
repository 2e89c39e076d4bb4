// Plain data, which travels as bytes: four zeros, then JSON.

const MARK = 4;

/**
 * Let a component have plain data as it was in Python; messages with arrays pass as they are.
 *
 * @template Made
 * @param {(component: import("./mount.js").Component) => Made} mount
 * @returns {(component: import("./mount.js").Component) => Made}
 */
export function plainly(mount) {
  return (component) => {
    const { data } = component;
    const plain = data instanceof Uint8Array && data.subarray(0, MARK).every((byte) => byte === 0);
    return mount(plain ? { ...component, data: JSON.parse(new TextDecoder().decode(data.subarray(MARK))) } : component);
  };
}
