// What can be taken home: the map as a picture, the places as a table.

import { css } from "../shared/colours.js";
import { make } from "../shared/dom.js";
import { save, savePng } from "../shared/download.js";

/**
 * Hand out a map with a caption below it.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {import("../shared/palette.js").Palette} colours
 * @param {string} caption
 * @param {string} name of the file, without its ending
 */
export function savePicture(canvas, colours, caption, name) {
  const margin = Math.round(canvas.width / 20);
  const sheet = make("canvas", { width: canvas.width + 2 * margin, height: canvas.height + 3 * margin });
  const context = sheet.getContext("2d");
  context.fillStyle = css(colours.paper);
  context.fillRect(0, 0, sheet.width, sheet.height);
  context.drawImage(canvas, margin, margin);
  context.fillStyle = css(colours.ink);
  context.font = `${Math.round(canvas.width / 42)}px sans-serif`;
  context.fillText(caption, margin, sheet.height - margin, canvas.width);
  savePng(sheet, name);
}

/**
 * Hand out the places.
 *
 * @param {{ places: Float32Array, labels: Uint8Array | null }} map
 * @param {string[]} names of the classes
 * @param {string} name of the file, without its ending
 */
export function saveTable({ places, labels }, names, name) {
  const lines = ["row,class,x,y"];
  for (let row = 0; row < places.length / 2; row += 1) {
    lines.push([row, labels ? names[labels[row]] : "", places[2 * row], places[2 * row + 1]].join());
  }
  save(new Blob([`${lines.join("\n")}\n`], { type: "text/csv" }), `${name}.csv`);
}
