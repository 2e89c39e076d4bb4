// Several lines that stay apart without their colours: each has a mark of its own, and its title at its end.

import { make } from "../shared/dom.js";
import { label, shape } from "../shared/svg.js";

const SIZE = 5; // CSS pixels from the middle of a mark to its edge
const LETTER = 7; // CSS pixels that a letter of a title takes at most
const GAP = 12; // between a line's end and its title
const LINE = 15; // between two titles
const WIDE = 560; // CSS pixels from which on titles stand beside the lines
const CAP = 4; // half the width of an error bar's end

/** @typedef {{ points: number[][], look: string, title: string, spread: number[] }} Line */

/** Marks around (0, 0), so many units from the middle to the edge. */
const MARKS = [
  "M-1 0A1 1 0 1 0 1 0A1 1 0 1 0 -1 0Z",
  "M-.9-.9H.9V.9H-.9Z",
  "M0-1.15L1.1.8H-1.1Z",
  "M0-1.25L1.25 0L0 1.25L-1.25 0Z",
  "M0 1.15L1.1-.8H-1.1Z",
  "M-.4-1.2H.4V-.4H1.2V.4H.4V1.2H-.4V.4H-1.2V-.4H-.4Z",
];

/** @param {Line} line */
export const isSeries = ({ look }) => look.startsWith("series");

/**
 * Say where every line begins and ends, for those who do not see it.
 *
 * @param {Line[]} series
 * @returns {string} empty without lines
 */
export function ends(series) {
  const parts = series.map(({ title, points }) => `${title}: ${points[0][1]} to ${points.at(-1)[1]}`);
  return parts.length ? ` From left to right, ${parts.join("; ")}.` : "";
}

/**
 * @param {Line[]} series
 * @param {number} width of the chart
 * @returns {number} CSS pixels for titles on the right; 0 where a legend has to do
 */
export function roomFor(series, width) {
  if (!series.length || width < WIDE) return 0;
  return GAP + 6 + LETTER * Math.max(...series.map(({ title }) => title.length));
}

/**
 * Draw the marks of a line and how far its error bars reach.
 *
 * @param {Line} line
 * @param {(number: number) => number} x
 * @param {(number: number) => number} y
 */
export function marksOf({ points, look, spread }, x, y) {
  const reaches = spread.map((reach, at) => {
    const [across, low, high] = [x(points[at][0]), y(points[at][1] - reach), y(points[at][1] + reach)];
    const ends = [low, high].map((end) => `M${across - CAP} ${end}H${across + CAP}`).join("");
    return shape("path", { d: `M${across} ${low}V${high}${ends}`, class: `${look} reach` });
  });
  if (points.length > MARKS.length * 2) return reaches; // a long line speaks by its colour and title
  return [...reaches, ...points.map(([across, up]) => mark(look, x(across), y(up)))];
}

function mark(look, x, y) {
  const transform = `translate(${x} ${y}) scale(${SIZE})`;
  const d = MARKS[Number(look.at(-1))];
  return shape("path", { d, transform, class: `${look} mark`, "vector-effect": "non-scaling-stroke" });
}

/**
 * Write every title at the end of its line, moved apart where two would touch.
 *
 * @param {Line[]} series
 * @param {(number: number) => number} x
 * @param {(number: number) => number} y
 */
export function titlesOf(series, x, y) {
  const places = series.map(({ points, look, title }) => {
    const [across, up] = points.at(-1);
    return { look, title, x: x(across) + GAP, y: y(up) + 4 };
  });
  places.sort((one, other) => one.y - other.y);
  apart(places);
  const right = Math.max(...places.map((end) => end.x));
  return places.map((end) => {
    const name = label(end.title, right, end.y, "start");
    name.setAttribute("class", `${end.look} name`);
    return name;
  });
}

/**
 * Move places apart that lie one below the other, as little as it needs, around where each group lies.
 *
 * @param {{ y: number }[]} ends from top to bottom
 */
export function apart(ends) {
  for (let round = 0; round < 40; round += 1) {
    for (let at = 1; at < ends.length; at += 1) {
      const missing = LINE - (ends[at].y - ends[at - 1].y);
      if (missing <= 0.01) continue;
      ends[at - 1].y -= missing / 2;
      ends[at].y += missing / 2;
    }
  }
}

/**
 * List the titles above the chart, where there is no room beside it.
 *
 * @param {HTMLElement} root
 * @param {Line[]} series
 */
export function legend(root, series) {
  /** @type {HTMLElement} */
  const list = root.querySelector(".names");
  list.hidden = !series.length;
  list.replaceChildren(
    ...series.map(({ look, title }) => {
      const picture = shape("svg", { viewBox: "-7 -7 14 14", width: 14, height: 14 });
      picture.append(mark(look, 0, 0));
      return make("li", { className: look }, /** @type {any} */ (picture), title);
    }),
  );
}
