// What keys do on the pad.

/**
 * @param {import("./pad.js").Pad} pad
 * @param {KeyboardEvent} event
 */
export function press(pad, event) {
  if (pad.undragged.keys.press(event) || command(pad, event)) event.preventDefault();
}

/** @returns {boolean} whether the key was meant for the pad */
function command(pad, event) {
  const held = event.ctrlKey || event.metaKey;
  const letter = event.key.toLowerCase();
  if (held && letter === "z") pad[event.shiftKey ? "redo" : "undo"]();
  else if (held && letter === "y") pad.redo();
  else if (event.key === "Delete" || event.key === "Backspace") pad.clear();
  else if (!held && event.key in pad.presets) pad.drawPreset(event.key);
  else return false;
  return true;
}
