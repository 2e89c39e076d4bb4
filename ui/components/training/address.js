// Settings as the address holds them: one text for each that is not as usual, "" for the others.

import { checked, DEFAULTS } from "../shared/learning/settings.js";

/** @typedef {import("../shared/learning/settings.js").Settings} Settings */

const NO_LAYERS = "none";

/**
 * Read settings from texts; what makes no sense is as usual.
 *
 * @param {Record<string, string>} texts by the settings' names
 * @returns {Settings}
 */
export function settingsOf(texts) {
  const given = Object.entries(texts).filter(([name, text]) => name in DEFAULTS && text);
  return checked(Object.fromEntries(given.map(([name, text]) => [name, settingOf(text, DEFAULTS[name])])));
}

/**
 * Write settings as texts.
 *
 * @param {Settings} settings
 * @returns {Record<string, string>}
 */
export function textsOf(settings) {
  const texts = Object.entries(settings).map(([name, value]) => [name, textOf(value)]);
  return Object.fromEntries(texts.map(([name, text]) => [name, text === textOf(DEFAULTS[name]) ? "" : text]));
}

function settingOf(text, usual) {
  if (Array.isArray(usual)) return text === NO_LAYERS ? [] : text.split(",").map(Number);
  return typeof usual === "number" ? Number(text) : text;
}

function textOf(value) {
  return Array.isArray(value) ? value.join(",") || NO_LAYERS : String(value);
}
