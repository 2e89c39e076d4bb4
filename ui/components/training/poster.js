// A picture of the stage to take home: what is rebuilt, the error curve, and the result in words.

import { css } from "../shared/colours.js";
import { make } from "../shared/dom.js";
import { savePng } from "../shared/download.js";

const [WIDTH, MARGIN, GAP] = [1080, 40, 10];
const LOOK = ["stroke", "fill", "stroke-width", "stroke-dasharray", "stroke-linecap", "font-size", "font-family"];

/**
 * @param {HTMLElement} root of the stage
 * @param {import("../shared/palette.js").Palette} colours
 * @param {string} words
 * @param {string} name of the file, without its ending
 */
export async function savePoster(root, colours, words, name) {
  /** @type {SVGElement} */
  const svg = root.querySelector("svg.curve");
  const curve = await imageOf(svg);
  const shown = (/** @type {HTMLElement} */ element) => getComputedStyle(element).display !== "none";
  const columns = [...root.querySelectorAll(".pairs figure")].map((figure) =>
    /** @type {HTMLCanvasElement[]} */ ([...figure.querySelectorAll("canvas")]).filter(shown),
  );
  const room = WIDTH - 2 * MARGIN;
  const side = (room - GAP * (columns.length - 1)) / columns.length;
  const below = MARGIN + columns[0].length * (side + GAP) + GAP;
  const tall = (room * svg.clientHeight) / svg.clientWidth;
  const sheet = make("canvas", { width: WIDTH, height: Math.round(below + tall + 2 * MARGIN) });
  const context = sheet.getContext("2d");
  context.fillStyle = css(colours.paper);
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.imageSmoothingEnabled = false;
  for (const [column, canvases] of columns.entries()) {
    for (const [row, canvas] of canvases.entries()) {
      context.drawImage(canvas, MARGIN + column * (side + GAP), MARGIN + row * (side + GAP), side, side);
    }
  }
  context.imageSmoothingEnabled = true;
  context.drawImage(curve, MARGIN, below, room, tall);
  context.fillStyle = css(colours.ink);
  context.font = "20px sans-serif";
  context.fillText(words, MARGIN, sheet.height - MARGIN, room);
  savePng(sheet, name);
}

/** A drawing with the look that stylesheets give it, as an image. */
async function imageOf(svg) {
  const copy = svg.cloneNode(true);
  const [from, to] = [svg, copy].map((root) => [...root.querySelectorAll("*")]);
  for (const [index, element] of from.entries()) {
    const style = getComputedStyle(element);
    for (const name of LOOK) to[index].style.setProperty(name, style.getPropertyValue(name));
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", 3 * svg.clientWidth);
  copy.setAttribute("height", 3 * svg.clientHeight);
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
