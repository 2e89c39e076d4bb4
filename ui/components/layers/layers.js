// One block a layer, as high as it holds numbers, on a logarithmic scale.

import { BoxChart, upright } from "../shared/box_chart.js";
import { shape } from "../shared/svg.js";

const HEIGHT = 270;
const GAP = 4;
const LETTER = 7.2; // CSS pixels
const BASELINE = 4; // below the middle of the letters
const ROUND = 5;

/** @typedef {{ part: string, title: string, numbers: number, weights: number }} Block */

export class Layers extends BoxChart {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    super(parentElement);
    /** @type {Block[]} */
    this.blocks = [];
    /** @type {{ x: number, y: number, rect: SVGElement, block: Block }[]} */
    this.middles = [];
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    this.blocks = data;
    this.redraw();
  }

  get places() {
    return this.middles;
  }

  paint(width) {
    if (!this.blocks.length) return false;
    const step = (width + GAP) / this.blocks.length;
    const heights = heightsOf(this.blocks);
    this.middles = this.blocks.map((block, place) => {
      const box = { x: place * step, y: (HEIGHT - heights[place]) / 2, width: step - GAP, height: heights[place] };
      const rect = shape("rect", { ...box, rx: ROUND, class: block.part });
      return { x: box.x + box.width / 2, y: HEIGHT / 2, rect, block };
    });
    const titles = this.middles.map(({ x, block }, place) => titled(block.title, x + BASELINE, heights[place], step));
    this.fill(width, HEIGHT, describe(this.blocks), [...this.middles.map(({ rect }) => rect), ...titles]);
    return true;
  }

  say(middle) {
    for (const { rect } of this.middles) rect.classList.toggle("near", rect === middle?.rect);
    this.hintAt(middle && { x: middle.x, y: HEIGHT / 2 }, middle && words(middle.block));
  }
}

/**
 * Say how high blocks are, the highest as high as the drawing.
 *
 * @param {Block[]} blocks
 * @returns {number[]}
 */
export function heightsOf(blocks) {
  const logarithms = blocks.map(({ numbers }) => Math.log2(1 + numbers));
  const most = Math.max(...logarithms);
  return logarithms.map((logarithm) => (HEIGHT * logarithm) / most);
}

/** Write along a block; above it where it is too short. */
function titled(title, x, high, step) {
  const long = title.length * LETTER;
  if (long <= high || step < 2 * LETTER) return upright(title, x, HEIGHT / 2);
  return upright(title, x, (HEIGHT - high - long) / 2 - GAP);
}

function words({ title, numbers, weights }) {
  return `${title}\n${numbers.toLocaleString("en")} numbers, ${weights.toLocaleString("en")} weights`;
}

function describe(blocks) {
  return `From left to right: ${blocks.map(({ title }) => title).join(", ")}.`;
}
