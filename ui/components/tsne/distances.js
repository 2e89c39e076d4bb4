// How far every two classes lie apart, among the codes and in the map.

import { written } from "../shared/numbers.js";
import { label, placesIn, shape } from "../shared/svg.js";
import { rankCorrelation } from "./measures.js";
import { NO_MAP } from "./spreads.js";

const BOX = { width: 260, height: 172, left: 26, right: 8, top: 12, bottom: 22 };
const KEPT_WELL = 0.8;
const SURVIVED =
  "Here most of the order has survived. With another model or perplexity it may not, and the map itself does not show it.";
const LOST = "Here much of the order is lost: clusters that stand side by side need not be alike.";

/**
 * Show every pair of classes as a dot, its distance among the codes to the right, in the map upwards.
 *
 * @param {SVGElement} svg
 * @param {HTMLElement} sentence
 * @param {number[]} codes distances among the codes
 * @param {number[] | undefined} map distances in the map, once there is one
 */
export function showDistances(svg, sentence, codes, map) {
  const most = Math.max(...codes, ...(map ?? []), 1);
  const { across, up } = placesIn(BOX);
  const x = (value) => across(value / most);
  const y = (value) => up(value / most);
  const upwards = label("in the map →", 0, 0, "end");
  upwards.setAttribute("transform", `translate(18 ${y(most)}) rotate(-90)`);
  svg.replaceChildren(
    shape("line", { class: "rule", x1: x(0), x2: x(most), y1: y(0), y2: y(0) }),
    shape("line", { class: "rule", x1: x(0), x2: x(0), y1: y(0), y2: y(most) }),
    shape("line", { class: "boundary", x1: x(0), x2: x(most), y1: y(0), y2: y(most) }),
    ...(map ?? []).map((value, pair) => shape("circle", { cx: x(codes[pair]), cy: y(value), r: 3.5 })),
    label("among the codes →", x(most), BOX.height - 6, "end"),
    upwards,
  );
  sentence.textContent = map ? agreementWords(codes, map) : NO_MAP;
  const about = `Distances between the classes, among the codes and in the map. ${sentence.textContent}`;
  svg.setAttribute("aria-label", about);
}

function agreementWords(codes, map) {
  const agree = rankCorrelation(codes, map);
  return (
    `Rank correlation ${written(agree)}. At 1 the map would put all ${codes.length} distances into ` +
    `the right order, and at 0 it would tell nothing about them. ${agree > KEPT_WELL ? SURVIVED : LOST}`
  );
}
