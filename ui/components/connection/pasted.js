// A text that is too long for its field: Streamlit leaves the field as it was, and says nothing.

const FIELD = "[data-testid=stTextArea]";
const COUNT = /\/(\d+)$/; // “80/800” in the field's corner

/**
 * Say what is wrong with a text that is being pasted.
 *
 * @param {ClipboardEvent} event
 * @returns {string} nothing where it fits
 */
export function refusal({ target, clipboardData }) {
  const area = /** @type {HTMLTextAreaElement} */ (target);
  const count = area.closest?.(FIELD)?.querySelector("[data-testid=InputInstructions]")?.textContent;
  const most = Number(count?.match(COUNT)?.[1] ?? Infinity);
  const pasted = clipboardData.getData("text").length;
  const length = area.value?.length - (area.selectionEnd - area.selectionStart) + pasted;
  if (!(length > most)) return "";
  const [is, room] = [length, most].map((number) => number.toLocaleString("en"));
  return `With what you paste, the text has ${is} characters; the field holds ${room}. It stays as it was. Paste a shorter part.`;
}
