// What charts with two axes share: they are drawn at the width that there is, and say what is under the pointer.

import { label } from "./svg.js";

const REACH = 30; // CSS pixels
const HALF_HINT = 120;

/** @typedef {{ x: number, y: number }} Place */

/** Base class. A chart gives `paint`, `places` and `say`; its root has the class "chart", an svg and a hint in it. */
export class BoxChart {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".chart");
    this.svg = this.root.querySelector("svg");
    /** @type {HTMLElement} */
    this.hint = this.root.querySelector(".hint");
    this.width = 0;
    this.watch = new ResizeObserver(() => this.draw());
    this.watch.observe(this.root);
    this.svg.onpointermove = this.svg.onpointerdown = ({ offsetX, offsetY }) => {
      this.say(nearest(this.places, offsetX, offsetY, REACH));
    };
    this.svg.onpointerleave = () => this.say(undefined);
  }

  /**
   * What can be pointed at.
   *
   * @returns {Place[]}
   */
  get places() {
    return [];
  }

  remove() {
    this.watch.disconnect();
  }

  /** Draw anew, at the present width or for new data. */
  redraw() {
    this.width = 0;
    this.draw();
  }

  draw() {
    const width = this.root.clientWidth;
    if (!width || width === this.width || !this.paint(width)) return;
    this.width = width;
    this.say(undefined);
    this.root.dataset.ready = "true";
  }

  /**
   * Paint everything.
   *
   * @param {number} _width in CSS pixels
   * @returns {boolean} whether there was anything to paint
   */
  paint(_width) {
    return false;
  }

  /** @param {any} _place that is pointed at; undefined for none */
  say(_place) {}

  /**
   * Put the picture in place of the one before.
   *
   * @param {number} width
   * @param {number} height
   * @param {string} words for screen readers
   * @param {SVGElement[]} shapes
   */
  fill(width, height, words, shapes) {
    this.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.svg.setAttribute("height", String(height));
    this.svg.setAttribute("aria-label", words);
    this.svg.replaceChildren(...shapes);
  }

  /**
   * Show the hint above a place, or none.
   *
   * @param {Place | undefined} place
   * @param {string} [words]
   */
  hintAt(place, words) {
    this.hint.hidden = !place;
    if (!place) return;
    const above = this.svg.getBoundingClientRect().top - this.root.getBoundingClientRect().top;
    this.hint.textContent = words;
    this.hint.style.left = `${Math.min(this.width - HALF_HINT, Math.max(HALF_HINT, place.x))}px`;
    this.hint.style.top = `${above + place.y}px`;
  }
}

/**
 * Write along the axis on the left.
 *
 * @param {string} text
 * @param {number} x
 * @param {number} y of its middle
 */
export function upright(text, x, y) {
  const words = label(text, x, y, "middle");
  words.setAttribute("transform", `rotate(-90 ${x} ${y})`);
  return words;
}

/**
 * Find what lies nearest to a point.
 *
 * @template {Place} Found
 * @param {Found[]} places
 * @param {number} x
 * @param {number} y
 * @param {number} reach how far away it may lie
 * @returns {Found | undefined}
 */
export function nearest(places, x, y, reach) {
  let [best, least] = [undefined, reach];
  for (const place of places) {
    const far = Math.hypot(place.x - x, place.y - y);
    if (far <= least) [best, least] = [place, far];
  }
  return best;
}
