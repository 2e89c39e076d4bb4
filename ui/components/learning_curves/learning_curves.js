// Every term of a loss over the epochs, drawn at the width that there is.

import { BoxChart, upright } from "../shared/box_chart.js";
import { make } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";
import { label, placesIn, shape } from "../shared/svg.js";
import { epochTicks, range, runs } from "./scales.js";

const BOX = { height: 330, left: 62, right: 12, top: 18, bottom: 44 };
const SPLITS = /** @type {const} */ (["train", "validation"]);
const COLOURS = 4;
const APART = 16; // CSS pixels between two numbers along the axis of values

export class LearningCurves extends BoxChart {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    super(parentElement);
    this.data = null;
    /** @type {{ x: number, y: number, words: string }[]} */
    this.points = [];
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    this.data = readMessage(data).header;
    this.root.querySelector(".legend").replaceChildren(...legend(this.data.terms));
    this.redraw();
  }

  get places() {
    return this.points;
  }

  paint(width) {
    if (!this.data) return false;
    const { terms, phases, title, ticks } = this.data;
    const epochs = terms[0].train.length;
    const { across, up } = placesIn({ ...BOX, width });
    const [low, high] = range(terms);
    const x = (epoch) => across(epochs > 1 ? (epoch - 1) / (epochs - 1) : 0.5);
    const y = (value) => up(Math.log(value / low) / Math.log(high / low));
    const shown = ticks.filter((tick) => tick >= low && tick <= high);
    this.points = terms.flatMap((term) => SPLITS.flatMap((split) => pointed(term, split, x, y)));
    this.fill(width, BOX.height, describe(terms, epochs), [
      ...shown.map((tick) => shape("line", { x1: across(0), x2: across(1), y1: y(tick), y2: y(tick), class: "rule" })),
      ...spaced(shown, y).map((tick) => label(short(tick), BOX.left - 6, y(tick) + 4, "end")),
      ...epochTicks(epochs).map((epoch) => label(epoch, x(epoch), BOX.height - BOX.bottom + 18, "middle")),
      label("Epoch", across(0.5), BOX.height - 6, "middle"),
      upright(title, 14, up(0.5)),
      ...phases.flatMap(([epoch, name]) => phase(x(epoch + 0.5), name, up)),
      ...terms.flatMap((term, place) =>
        SPLITS.flatMap((split) => curves(term[split], `${split} term-${place % COLOURS}`, x, y)),
      ),
    ]);
    return true;
  }

  say(point) {
    this.hintAt(point, point?.words);
  }
}

function legend(terms) {
  const entry = (className, title) => make("span", { className }, title);
  const named = terms.map(({ title }, place) => entry(`term-${place % COLOURS}`, title));
  return [...named, entry("validation", "validation"), entry("train", "training")];
}

function curves(values, className, x, y) {
  return runs(values).map((run) =>
    shape("polyline", { points: run.map(([epoch, value]) => `${x(epoch)},${y(value)}`).join(" "), class: className }),
  );
}

function pointed(term, split, x, y) {
  const name = `${term.title}, ${split === "train" ? "training" : split}`;
  return runs(term[split]).flatMap((run) =>
    run.map(([epoch, value]) => ({ x: x(epoch), y: y(value), words: `${name}\nepoch ${epoch}: ${short(value)}` })),
  );
}

function phase(x, name, up) {
  return [
    shape("line", { x1: x, x2: x, y1: up(0), y2: up(1), class: "phase" }),
    label(name, x + 4, BOX.top - 6, "start"),
  ];
}

/** Leave out numbers that would stand on each other. */
function spaced(ticks, y) {
  const kept = [];
  for (const tick of ticks) {
    if (!kept.length || y(kept[kept.length - 1]) - y(tick) >= APART) kept.push(tick);
  }
  return kept;
}

function short(value) {
  return String(Number(value.toPrecision(3)));
}

function describe(terms, epochs) {
  const ends = terms.map(({ title, validation }) => {
    const last = validation.filter((value) => value !== null).pop();
    return last === undefined ? title : `${title} ${short(last)}`;
  });
  return `Learning curves over ${epochs} epochs. At the end, on validation examples: ${ends.join(", ")}.`;
}
