// The flow: input, encoder, code, decoder, reconstruction, error, painted anew whenever a message comes.

import { calm } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";
import { paintError, paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { paintCode } from "./code.js";

/** @param {import("../shared/mount.js").Component} component */
export default function show({ parentElement, data }) {
  const { header, arrays } = readMessage(data);
  /** @type {HTMLElement} */
  const flow = parentElement.querySelector(".flow");
  const colours = palette(flow);
  /** @returns {HTMLCanvasElement} */
  const canvas = (name) => flow.querySelector(`.${name} canvas`);
  paintInk(canvas("input"), arrays.input, colours);
  paintInk(canvas("output"), arrays.output, colours);
  paintError(canvas("error"), arrays.error, colours);
  paintCode(canvas("code"), header.code, arrays, colours);
  canvas("code").setAttribute("aria-label", header.code.label);
  for (const [name, text] of Object.entries(header.texts)) {
    flow.querySelector(`[data-text=${name}]`).textContent = text;
  }
  flow.classList.toggle("waiting", header.waiting);
  bringBack(flow, header.model);
  flow.dataset.ready = "true";
}

/** Bring the flow back into view when another model was chosen far below it. */
function bringBack(flow, model) {
  const changed = flow.dataset.model && flow.dataset.model !== model;
  flow.dataset.model = model;
  const { top, bottom } = flow.getBoundingClientRect();
  if (!changed || (bottom > 0 && top < innerHeight)) return;
  flow.scrollIntoView({ behavior: calm() ? "auto" : "smooth", block: "center" });
}
