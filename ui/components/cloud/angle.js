// The angle between the two planes over the rounds of training, drawn as SVG; a dot stands where the play is.

import { curve, label, placesIn, shape } from "../shared/svg.js";

const BOX = { width: 300, height: 180, left: 34, right: 8, top: 10, bottom: 22 };
const MOST = 90;

/**
 * Draw the curve.
 *
 * @param {SVGElement} svg
 * @param {number[]} angles in degrees, round by round
 * @returns {(round: number) => void} moves the dot to a round, which may lie between two
 */
export function drawAngle(svg, angles) {
  svg.setAttribute("viewBox", `0 0 ${BOX.width} ${BOX.height}`);
  const last = angles.length - 1;
  const { across, up } = placesIn(BOX);
  const x = (round) => across(round / last);
  const y = (angle) => up(angle / MOST);
  const here = shape("circle", { r: 6 });
  const rules = [0, 30, 60, 90].flatMap((angle) => [
    shape("line", { x1: across(0), x2: across(1), y1: y(angle), y2: y(angle), class: "rule" }),
    label(`${angle}°`, BOX.left - 5, y(angle) + 4, "end"),
  ]);
  svg.replaceChildren(
    ...rules,
    label("0", x(0), BOX.height - 5, "middle"),
    label(`${last}`, x(last), BOX.height - 5, "end"),
    curve(angles, x, y),
    here,
  );
  svg.setAttribute("aria-label", `The angle falls from ${angles[0].toFixed(0)} to ${angles[last].toFixed(2)} degrees.`);
  return (round) => {
    here.setAttribute("cx", String(x(round)));
    here.setAttribute("cy", String(y(valueAt(angles, round))));
  };
}

/** Read a list of numbers between two of its places. */
function valueAt(values, at) {
  const before = Math.floor(at);
  const after = Math.min(before + 1, values.length - 1);
  return values[before] + (values[after] - values[before]) * (at - before);
}
