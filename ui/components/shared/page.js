// What components of one page tell each other.

/**
 * Tell all that want to hear it.
 *
 * @param {string} event
 * @param {any} [detail]
 */
export function tell(event, detail) {
  document.dispatchEvent(new CustomEvent(event, { detail }));
}

/**
 * Hear what others tell.
 *
 * @param {Record<string, (detail: any) => void>} hearers by event
 * @returns {() => void} stops hearing
 */
export function hear(hearers) {
  const listeners = Object.entries(hearers).map(([event, hearer]) => {
    const listener = (/** @type {any} */ { detail }) => hearer(detail);
    document.addEventListener(event, listener);
    return () => document.removeEventListener(event, listener);
  });
  return () => {
    for (const stop of listeners) stop();
  };
}
