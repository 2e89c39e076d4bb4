// Which terms a reader means who has typed a part of a word.

/**
 * Find terms whose title or definition holds every word that was typed.
 *
 * @template {{ title: string, definition: string }} Item
 * @param {Item[]} terms
 * @param {string} typed
 * @returns {Item[]} in their order; all of them if nothing was typed
 */
export function matching(terms, typed) {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return terms.filter(({ title, definition }) => {
    const text = `${title} ${definition}`.toLowerCase();
    return parts.every((part) => text.includes(part));
  });
}
