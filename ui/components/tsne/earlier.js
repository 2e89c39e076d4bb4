// Earlier maps as small pictures, with what they were made with under each, side by side.

import { fitChildren, make } from "../shared/dom.js";
import { howMade } from "./kept.js";
import { paintMap } from "./map.js";

/**
 * Show earlier maps.
 *
 * @param {HTMLElement} row
 * @param {import("./kept.js").Kept[]} list
 * @param {import("../shared/palette.js").Palette} colours
 */
export function showEarlier(row, list, colours) {
  fitChildren(row, list.length, makeEarlier);
  list.forEach((map, place) => {
    const figure = row.children[place];
    const [first, ...rest] = howMade(map);
    const cost = `cost ${map.cost.toFixed(3)} after ${map.iteration}`;
    figure.querySelector("b").textContent = first;
    figure.querySelector("span").textContent = [...rest, cost].join("\n");
    const canvas = figure.querySelector("canvas");
    canvas.setAttribute("aria-label", `Earlier map: ${[first, ...rest, cost].join(", ")}`);
    paintMap(canvas, { ...map, labels: map.settings.noise ? null : map.labels, colours });
  });
}

function makeEarlier(place) {
  const canvas = make("canvas");
  canvas.setAttribute("role", "img");
  canvas.dataset.testid = `tsne-earlier-${place}`;
  return make("figure", {}, canvas, make("figcaption", {}, make("b"), make("span")));
}
