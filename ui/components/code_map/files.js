// What can be taken home: all maps as one picture.

import { make } from "../shared/dom.js";
import { savePng } from "../shared/download.js";

/**
 * Hand the maps out as they are shown.
 *
 * @param {HTMLCanvasElement[]} canvases
 * @param {import("./card.js").FlatMap[]} maps
 */
export function saveMaps(canvases, maps) {
  const width = canvases.reduce((sum, canvas) => sum + canvas.width, 0);
  const sheet = make("canvas", { width, height: canvases[0].height });
  const context = sheet.getContext("2d");
  let left = 0;
  for (const canvas of canvases) {
    context.drawImage(canvas, left, 0);
    left += canvas.width;
  }
  const names = maps.map(({ model, projection }) => `${model}_${projection}`);
  savePng(sheet, `map_${names.join("_")}`);
}
