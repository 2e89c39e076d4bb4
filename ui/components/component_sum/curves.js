// The error over the number of components, drawn as SVG; a dot stands where the slider is.

import { curve, label, placesIn, shape } from "../shared/svg.js";

const BOX = { width: 340, height: 204, left: 44, right: 10, top: 10, bottom: 24 };
const ERRORS = [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12];
const COUNTS = [0, 8, 16, 24, 32];

/**
 * Draw both curves.
 *
 * @param {SVGElement} svg
 * @param {{ own: number[], usual: number[] }} errors by the number of components: of this digit, and on average
 * @returns {(count: number) => void} moves the dot to a number of components
 */
export function drawCurves(svg, { own, usual }) {
  svg.setAttribute("viewBox", `0 0 ${BOX.width} ${BOX.height}`);
  svg.setAttribute(
    "aria-label",
    `With ${own.length - 1} components the error of this digit is ${own.at(-1).toFixed(4)}.`,
  );
  const most = Math.max(...own, ...usual) * 1.05;
  const { across, up } = placesIn(BOX);
  const x = (count) => across(count / (own.length - 1));
  const y = (error) => up(error / most);
  const here = shape("circle", { r: 6 });
  svg.replaceChildren(
    ...ERRORS.filter((error) => error <= most).flatMap((error) => [
      shape("line", { x1: across(0), x2: across(1), y1: y(error), y2: y(error), class: "rule" }),
      label(error.toFixed(2), BOX.left - 6, y(error) + 4, "end"),
    ]),
    ...COUNTS.filter((count) => count < own.length).map((count) => label(count, x(count), BOX.height - 6, "middle")),
    curve(usual, x, y, { class: "usual" }),
    curve(own, x, y, { class: "own" }),
    here,
  );
  return (count) => {
    here.setAttribute("cx", String(x(count)));
    here.setAttribute("cy", String(y(own[count])));
  };
}
