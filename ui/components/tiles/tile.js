// One tile: a picture with its caption.

import { describe } from "../shared/alternative.js";
import { make } from "../shared/dom.js";
import { joined } from "./name.js";

const WORDS = ["title", "badge", "facts", "text"];

/**
 * Make an empty tile.
 *
 * @param {boolean} choosable
 * @returns {HTMLElement}
 */
export function makeTile(choosable) {
  const canvas = make("canvas");
  canvas.setAttribute("role", "img");
  const span = (className) => make("span", { className });
  const head = make("span", { className: "head" }, span("title"), span("badge"));
  const tile = choosable ? make("button", { type: "button" }) : make("figure");
  tile.className = "tile";
  tile.append(canvas, head, span("facts"), span("text"));
  return tile;
}

/**
 * Keep a code size such as "3-D" on one line, which a browser would part at the hyphen.
 *
 * @param {string} text
 * @returns {(string | HTMLElement)[]}
 */
function unbroken(text) {
  return text
    .split(/(\S*-D\S*)/)
    .map((part) => (part.includes("-D") ? make("span", { className: "whole" }, part) : part));
}

/**
 * Write a tile's figures anew.
 *
 * @param {HTMLElement} tile
 * @param {string} facts
 */
export function writeFacts(tile, facts) {
  tile.querySelector(".facts").replaceChildren(...unbroken(facts));
  if (tile.tagName === "BUTTON") describe(tile, () => nameOf(tile));
}

function nameOf(tile) {
  const words = WORDS.map((part) => tile.querySelector(`.${part}`).textContent);
  return joined(tile.querySelector("canvas").getAttribute("aria-label"), words);
}

/**
 * Write what a tile shows beside its picture.
 *
 * @param {HTMLElement} tile
 * @param {Record<string, any>} facts
 */
export function fillTile(tile, facts) {
  tile.dataset.id = facts.id;
  tile.dataset.testid = `tile-${facts.id}`;
  tile.querySelector("canvas").setAttribute("aria-label", facts.label);
  for (const name of WORDS) {
    /** @type {HTMLElement} */
    const span = tile.querySelector(`.${name}`);
    span.replaceChildren(...unbroken(facts[name] ?? ""));
    span.hidden = !facts[name];
  }
  tile.classList.toggle("off", facts.off ?? false);
  if (tile.tagName !== "BUTTON") return;
  tile.setAttribute("aria-pressed", String(facts.selected || facts.off || false));
  tile.setAttribute("aria-label", nameOf(tile));
}
