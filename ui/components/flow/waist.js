// The funnels as layers that get narrower and wider again, and the numbers that run through them.

import { make } from "../shared/dom.js";
import { PIXELS } from "../shared/picture.js";
import { shape } from "../shared/svg.js";

const [WIDTH, HEIGHT] = [75, 100];
const CODE = 0.6; // height of the code's picture, as a share of the input's
const GRAINS = 14;
const GRAIN = 4;
const INSIDE = 0.9; // of a layer's height there are numbers
const REST = 1100; // milliseconds after the last change

export class Waist {
  /**
   * @param {HTMLElement} root of the flow
   * @param {number[][]} sides how many numbers each layer before the code holds, and each behind it
   * @param {number} size how many numbers the code has
   */
  constructor(root, sides, size) {
    this.root = root;
    this.timer = 0;
    const [encoder, decoder] = sides;
    const [before, behind] = root.querySelectorAll(".funnel");
    root.classList.add("waist");
    before.replaceChildren(funnel([PIXELS, ...encoder, size], size), caption("Encoder", encoder));
    behind.replaceChildren(funnel([size, ...decoder, PIXELS], size), caption("Decoder", decoder));
  }

  /** Something new runs through, for a moment. */
  run() {
    this.root.classList.add("running");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.root.classList.remove("running"), REST);
  }

  stop() {
    clearTimeout(this.timer);
  }
}

/**
 * Say how high a layer is drawn: the code's share for the code, 1 for a picture, by the logarithm between them.
 *
 * @param {number} count how many numbers it holds
 * @param {number} size of the code
 */
export function height(count, size) {
  const share = Math.log(count / size) / Math.log(PIXELS / size);
  return CODE + (1 - CODE) * Math.min(1, Math.max(0, share));
}

function funnel(counts, size) {
  const heights = counts.map((count) => height(count, size));
  const x = (place) => 1 + (place * (WIDTH - 2)) / (counts.length - 1);
  const edge = (sign) => heights.map((high, place) => `${x(place)},${y(high, sign)}`);
  const outline = shape("polygon", { points: [...edge(-1), ...edge(1).reverse()].join(" ") });
  const layers = heights.slice(1, -1).map((high, index) => {
    const [top, bottom] = [y(high, -1), y(high, 1)];
    return shape("rect", { x: x(index + 1) - 2, y: top, width: 4, height: bottom - top, rx: 2, class: "layer" });
  });
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" });
  svg.append(
    outline,
    ...layers,
    ...Array.from({ length: GRAINS }, (_, index) => grain(index, heights[0], heights[heights.length - 1])),
  );
  return svg;
}

/** A number on its way: a small square that goes straight from one end to the other. */
function grain(index, first, last) {
  const lane = INSIDE * (2 * ((index * 0.618) % 1) - 1);
  const square = shape("rect", { x: -GRAIN / 2, y: -GRAIN / 2, width: GRAIN, height: GRAIN, class: "grain" });
  square.style.setProperty("--from", `${y(first, lane)}px`);
  square.style.setProperty("--to", `${y(last, lane)}px`);
  square.style.setProperty("--share", String(index / GRAINS));
  return square;
}

function y(high, side) {
  return HEIGHT / 2 + (side * high * (HEIGHT - 2)) / 2;
}

function caption(title, counts) {
  const unit = make("span", { className: "unit" }, " numbers"); // where there is room for it
  return make("figcaption", {}, make("b", {}, title), make("span", {}, `via ${counts.join(" → ")}`, unit));
}
