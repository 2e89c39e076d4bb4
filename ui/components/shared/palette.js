// The colours of the theme that is on.

import { errorColours, inkColours, rgb } from "./colours.js";

const DARK = "#1a1d29";
const LIGHT = "#ffffff";

/**
 * @typedef {import("./colours.js").Rgb} Rgb
 *
 * @typedef {object} Palette
 * @property {Rgb} ink
 * @property {Rgb} paper
 * @property {Rgb} accent
 * @property {Rgb} missing of errors below zero
 * @property {Rgb} extra of errors above zero
 * @property {Rgb[]} ofInk the colour of every byte of ink
 * @property {Rgb[]} ofError the colour of every byte of error, 128 for none
 */

/**
 * Read the colours of the theme where an element stands.
 *
 * @param {Element} element
 * @returns {Palette}
 */
export function palette(element) {
  const ink = themeColour(element, "--st-text-color", DARK);
  const paper = themeColour(element, "--st-secondary-background-color", LIGHT);
  const accent = themeColour(element, "--st-primary-color", "#3b5bdb");
  const missing = themeColour(element, "--st-blue-color", "#3b82f6");
  const extra = themeColour(element, "--st-orange-color", "#e0682b");
  const ofInk = inkColours(paper, ink);
  const ofError = errorColours(paper, missing, extra);
  return { ink, paper, accent, missing, extra, ofInk, ofError };
}

/** A canvas turns whatever a theme may hold into "#rrggbb". */
function themeColour(element, variable, fallback) {
  const context = document.createElement("canvas").getContext("2d");
  context.fillStyle = fallback;
  context.fillStyle = getComputedStyle(element).getPropertyValue(variable).trim() || fallback;
  return rgb(String(context.fillStyle));
}
