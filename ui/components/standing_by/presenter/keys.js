// What the keys of a presenter mean, and when they are somebody else's.

/** @typedef {"back" | "next" | "leave" | "notes" | "qr" | "toggle"} Deed */

/** @type {Record<string, Deed>} */
const WHILE_ON = {
  PageDown: "next",
  PageUp: "back",
  ArrowRight: "next",
  ArrowLeft: "back",
  Escape: "leave",
  n: "notes",
  q: "qr",
};
const FIELDS =
  "input, textarea, select, canvas, [contenteditable=true], [role=slider], [role=combobox], [role=listbox]";
const MOVED_BY_ARROWS = "[role=radio], [role=radiogroup], [role=tab], [role=application], [role=img], [tabindex='0']";

/**
 * Say what a key means.
 *
 * @param {{ key: string, code: string, altKey: boolean, ctrlKey: boolean, metaKey: boolean, repeat: boolean }} event
 * @param {boolean} on whether the page is presented
 * @returns {Deed | null}
 */
export function meaning(event, on) {
  if (event.repeat) return null;
  if (event.altKey && event.code === "KeyP" && !event.ctrlKey && !event.metaKey) return "toggle";
  if (!on || event.altKey || event.ctrlKey || event.metaKey) return null;
  return WHILE_ON[event.key] ?? WHILE_ON[event.key.toLowerCase()] ?? null;
}

/**
 * Say whether the element that has the focus needs a key for itself: a field, a canvas, buttons that arrows move along.
 *
 * @param {{ matches: (selector: string) => boolean } | null} focused the innermost one
 * @param {Deed} deed
 * @param {string} key
 */
export function isTaken(focused, deed, key) {
  if (!focused || deed === "toggle") return false;
  if (focused.matches(FIELDS)) return deed !== "leave" || focused.matches("[role=combobox], [role=listbox]");
  return key.startsWith("Arrow") && focused.matches(MOVED_BY_ARROWS);
}

/** @returns {Element | null} the innermost element that has the focus, within components too */
export function focusedElement() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === document.body ? null : element;
}
