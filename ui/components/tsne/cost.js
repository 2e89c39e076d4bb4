// The curve of the cost over the iterations, drawn as SVG; where early exaggeration ends is marked.

import { describe } from "../shared/alternative.js";
import { label, placesIn, shape } from "../shared/svg.js";
import { EXAGGERATED, ITERATIONS } from "./schedule.js";

const BOX = { height: 150, left: 34, right: 12, top: 10, bottom: 24 };
const USUAL_WIDTH = 400;

/** @typedef {[iteration: number, cost: number]} Cost */

/**
 * Draw costs as wide as there is room.
 *
 * @param {SVGElement} svg
 * @param {Cost[]} costs
 */
export function drawCost(svg, costs) {
  const width = svg.clientWidth || USUAL_WIDTH;
  svg.setAttribute("viewBox", `0 0 ${width} ${BOX.height}`);
  const now = costs.at(-1);
  const last = Math.max(ITERATIONS, now?.[0] ?? 0);
  const most = Math.max(1, Math.ceil(Math.max(0, ...costs.map(([, cost]) => cost))));
  const { across, up } = placesIn({ width, ...BOX });
  const x = (iteration) => across(iteration / last);
  const y = (cost) => up(cost / most);
  const points = costs.map(([iteration, cost]) => `${x(iteration)},${y(cost)}`).join(" ");
  svg.replaceChildren(
    shape("rect", { class: "early", x: x(0), y: y(most), width: x(EXAGGERATED) - x(0), height: y(0) - y(most) }),
    ...rules(most, x(0), x(last), y),
    shape("line", { class: "boundary", x1: x(EXAGGERATED), x2: x(EXAGGERATED), y1: y(most), y2: y(0) }),
    ...[0, EXAGGERATED, 500, last].map((iteration) => label(iteration, x(iteration), BOX.height - 6, "middle")),
    label("exaggerated", (x(0) + x(EXAGGERATED)) / 2, y(0) - 7, "middle"),
    shape("polyline", { points }),
    ...(now ? [shape("circle", { cx: x(now[0]), cy: y(now[1]), r: 4.5 })] : []),
  );
  const words = now ? `It is ${now[1].toFixed(3)} after ${now[0]} iterations.` : "Nothing has been measured yet.";
  describe(svg, () => `Cost over the iterations. ${words}`);
}

function rules(most, x1, x2, y) {
  const costs = Array.from({ length: most + 1 }, (_, cost) => cost).filter((cost) => most < 7 || cost % 2 === 0);
  return costs.flatMap((cost) => [
    shape("line", { class: "rule", x1, x2, y1: y(cost), y2: y(cost) }),
    label(cost, x1 - 7, y(cost) + 4, "end"),
  ]);
}
