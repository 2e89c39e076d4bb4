// The line between the page that is presented and its window of notes: one for each tab of the browser.

const KEY = "aemodels.presenter";

/** @returns {string} the name of this tab's channel, the same after a reload */
export function ownChannel() {
  const kept = sessionStorage.getItem(KEY);
  const name = kept ?? `aemodels-notes-${Math.random().toString(36).slice(2)}`;
  if (!kept) sessionStorage.setItem(KEY, name);
  return name;
}
