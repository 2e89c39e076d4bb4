// The curve of the error over the steps, drawn as SVG; a large dot stands where the walk is.

import { curve, label, placesIn, shape } from "../shared/svg.js";

const LEAST = 5e-4; // smaller errors are drawn here
const BOX = { width: 400, height: 300, left: 48, right: 12, top: 12, bottom: 34 };

/** @typedef {{ title: string, errors: number[], best: number }} Walk of a model; `best` is the step of least error */

/**
 * Draw the walks' errors on a scale of powers of two.
 *
 * @param {SVGElement} svg
 * @param {Walk[]} walks
 * @returns {(step: number) => void} moves the dots to a step
 */
export function drawCurve(svg, walks) {
  svg.setAttribute("viewBox", `0 0 ${BOX.width} ${BOX.height}`);
  const all = walks.flatMap((walk) => walk.errors).map((error) => Math.max(error, LEAST));
  const low = Math.floor(Math.log2(Math.min(...all)));
  const high = Math.max(low + 1, Math.ceil(Math.log2(Math.max(...all))));
  const last = walks[0].errors.length - 1;
  const { across, up } = placesIn(BOX);
  const x = (step) => across(step / last);
  const y = (error) => up((Math.log2(Math.max(error, LEAST)) - low) / (high - low));
  const dots = walks.map((_, index) => shape("circle", { r: 6, class: `series-${index}` }));
  const steps = walks[0].errors.map((_, step) => label(step, x(step), BOX.height - BOX.bottom + 16, "middle"));
  svg.replaceChildren(
    ...rules(low, high, x(0), x(last), y),
    ...steps,
    label("step", x(last), BOX.height - 3, "end"),
    ...walks.flatMap((walk, index) => line(walk, index, x, y)),
    ...dots,
  );
  const best = walks.map((walk) => `${walk.title}: smallest after step ${walk.best}`).join("; ");
  svg.setAttribute("aria-label", `Error over the steps. ${best}.`);
  return (step) => {
    for (const [index, dot] of dots.entries()) {
      dot.setAttribute("cx", String(x(step)));
      dot.setAttribute("cy", String(y(walks[index].errors[step])));
    }
  };
}

function rules(low, high, x1, x2, y) {
  return Array.from({ length: high - low + 1 }, (_, index) => {
    const error = 2 ** (low + index);
    const at = { x1, x2, y1: y(error), y2: y(error), class: "rule" };
    return [shape("line", at), label(error.toPrecision(2), BOX.left - 6, y(error) + 4, "end")];
  }).flat();
}

function line({ errors, best }, index, x, y) {
  const ring = { cx: x(best), cy: y(errors[best]), r: 10, class: `ring series-${index}` };
  return [curve(errors, x, y, { class: `series-${index}` }), shape("circle", ring)];
}
