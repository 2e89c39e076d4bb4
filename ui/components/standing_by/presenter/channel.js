// The line between the page that is presented and its window of notes: one for each tab of the browser.

const KEY = "aemodels.presenter";

/** @returns {string} the name of this tab's channel, the same after a reload where the browser keeps it */
export function ownChannel() {
  const made = `aemodels-notes-${Math.random().toString(36).slice(2)}`;
  try {
    const name = sessionStorage.getItem(KEY) ?? made;
    sessionStorage.setItem(KEY, name);
    return name;
  } catch {
    return made; // a browser that keeps nothing
  }
}
