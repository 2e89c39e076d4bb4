// Columns of charts with lines, each below its title: one component, for every component costs at every answer.

import { Lines } from "../lines/lines.js";
import { make } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";
import { mounting } from "../shared/mount.js";

class Columns {
  /** @param {import("../shared/mount.js").Component} component */
  constructor({ parentElement, texts }) {
    this.root = parentElement.querySelector(".columns");
    this.chart = texts["lines/lines.html"];
    /** @type {Lines[][]} by column */
    this.charts = [];
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    const { columns } = readMessage(data).header;
    const counts = (columns) => columns.map(({ length }) => length).join();
    if (counts(columns.map(({ charts }) => charts)) !== counts(this.charts)) this.lay(columns);
    for (const [index, { title, charts }] of columns.entries()) {
      this.root.children[index].firstElementChild.textContent = title;
      for (const [place, chart] of charts.entries()) this.charts[index][place].show(chart);
    }
  }

  /** Make columns for as many charts as there are. */
  lay(columns) {
    this.remove();
    const places = columns.map(({ charts }) => charts.map(() => this.place()));
    const laid = places.map((column) => make("div", {}, make("b"), ...column));
    for (const column of laid) column.style.gridRow = `span ${column.children.length}`;
    this.root.replaceChildren(...laid);
    this.charts = places.map((column) => column.map((place) => new Lines(place)));
  }

  place() {
    const place = make("div");
    place.innerHTML = this.chart; // a file of ours
    return place;
  }

  remove() {
    for (const chart of this.charts.flat()) chart.remove();
  }
}

export default mounting((component) => new Columns(component));
