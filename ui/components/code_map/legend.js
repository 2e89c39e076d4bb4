// The legend: a button for every class or cluster, or the scale with its two ends.

import { css } from "../shared/colours.js";
import { make } from "../shared/dom.js";
import { CLUSTER_COLOURS, RAMP } from "./tints.js";

/**
 * What the legend's buttons do.
 *
 * @typedef {object} Acts
 * @property {(value: number) => boolean} toggle shows or hides a class; says whether it is shown
 * @property {(value: number) => void} look looks at a class alone, at none for -1
 */

/**
 * Build the legend.
 *
 * @param {HTMLElement} root
 * @param {import("../shared/message.js").Message} tint what the colours stand for
 * @param {Set<number>} hidden classes
 * @param {Acts} acts
 */
export function buildLegend(root, { header, arrays }, hidden, acts) {
  /** @type {HTMLElement} */
  const row = root.querySelector(".legend");
  /** @type {HTMLElement} */
  const scale = root.querySelector(".scale");
  const classes = header.kind !== "scale";
  row.hidden = !classes;
  scale.hidden = classes;
  if (!classes) {
    showScale(scale, header);
    return;
  }
  const isLabel = header.kind === "label";
  row.setAttribute("aria-label", isLabel ? "Classes to show" : "Clusters to show");
  const buttons = header.names.map((name, value) => {
    const count = arrays.values.reduce((sum, other) => sum + (other === value), 0);
    const button = makeButton(name, value, acts);
    const about = isLabel ? name : `cluster ${name}`;
    button.title = `${about}: ${count.toLocaleString("en")} pictures. Click to show or hide.`;
    button.setAttribute("aria-pressed", String(!hidden.has(value)));
    button.setAttribute("aria-label", `Show ${about}`);
    return button;
  });
  row.replaceChildren(...buttons);
}

function makeButton(name, value, { toggle, look }) {
  const dot = make("i");
  dot.style.background = CLUSTER_COLOURS[value];
  const button = make("button", { type: "button" }, dot, name);
  button.onclick = () => button.setAttribute("aria-pressed", String(toggle(value)));
  button.onpointerenter = (event) => event.pointerType === "mouse" && look(value);
  button.onpointerleave = () => look(-1);
  return button;
}

function showScale(scale, { title, low, high }) {
  const stops = RAMP.map((colour) => css(colour)).join(", ");
  scale.querySelector(".scale-title").textContent = title;
  scale.querySelector(".low").textContent = `≤ ${short(low)}`;
  scale.querySelector(".high").textContent = `≥ ${short(high)}`;
  scale.querySelector("i").style.background = `linear-gradient(90deg, ${stops})`;
}

function short(number) {
  return Math.abs(number) >= 100 ? number.toFixed(0) : Number(number.toPrecision(2)).toString().replace("-", "−");
}
