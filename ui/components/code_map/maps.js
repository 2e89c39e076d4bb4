// The maps' places on the page.

import { fitChildren, make } from "../shared/dom.js";
import { Chart } from "./chart.js";
import { Hand } from "./hand.js";

/**
 * Make as many maps as there have to be, and say what each shows.
 *
 * @param {import("./atlas.js").Atlas} atlas
 */
export function fitMaps(atlas) {
  const { charts, root, header, observer } = atlas;
  const { maps } = header;
  /** @type {HTMLElement} */
  const row = root.querySelector(".maps");
  row.style.setProperty("--count", maps.length);
  row.dataset.count = maps.length;
  while (charts.length > maps.length) {
    observer.unobserve(charts.pop().canvas);
    atlas.pointedOn = null;
  }
  fitChildren(row, maps.length, (index) => addMap(atlas, index));
  maps.forEach(({ title, projected }, index) => {
    row.children[index].querySelector("figcaption").textContent = `${title} · ${projected}`;
    const about = `Map of the codes of ${title}, ${projected}. Arrow keys go from digit to digit, Enter pins one.`;
    charts[index].canvas.setAttribute("aria-label", about);
  });
}

function addMap(atlas, index) {
  const canvas = make("canvas", { className: "chart", tabIndex: 0 });
  canvas.setAttribute("role", "application");
  canvas.dataset.testid = `atlas-map-${index}`;
  const chart = new Chart(canvas);
  atlas.charts.push(chart);
  new Hand(canvas, chart, atlas);
  atlas.observer.observe(canvas);
  return make("figure", {}, make("figcaption"), canvas);
}
