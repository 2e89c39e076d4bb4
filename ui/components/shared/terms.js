// The terms of the glossary, fetched once for the whole visit.

/**
 * @typedef {object} Term
 * @property {string} name as the address writes it
 * @property {string} title
 * @property {string} definition one sentence
 * @property {string} picture SVG of the server's own
 */

/** @type {Map<string, Promise<Term[]>>} */
const fetched = new Map();

/**
 * Fetch all terms; what could not be fetched is tried again the next time.
 *
 * @param {string} address relative to the app's own
 * @returns {Promise<Term[]>}
 */
export function allTerms(address) {
  if (!fetched.has(address)) {
    const coming = ask(address);
    fetched.set(address, coming);
    coming.catch(() => fetched.delete(address));
  }
  return fetched.get(address);
}

/** @param {string} address */
async function ask(address) {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error("The glossary could not be loaded. Reload the page.");
  return answer.json();
}
