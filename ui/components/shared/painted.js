// Says of a component that it shows what it was given: until then what stands below it waits (`styles/arrival.css`).

/** @param {HTMLElement} parentElement of the component, inside of a shadow tree */
export function painted(parentElement) {
  const { host } = /** @type {any} */ (parentElement.getRootNode());
  if (host) host.dataset.painted = "true";
}
