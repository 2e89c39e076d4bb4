// All that stands around the map: buttons, numbers, classes, the measures of the caveats, the earlier maps.

import { describe } from "../shared/alternative.js";
import { classButtons } from "../shared/classes.js";
import { equal } from "./changes.js";
import { drawCost } from "./cost.js";
import { showDistances } from "./distances.js";
import { showEarlier } from "./earlier.js";
import { savePicture, saveTable } from "./files.js";
import { howMade } from "./kept.js";
import { around } from "./map.js";
import { measure } from "./measures.js";
import { ITERATIONS } from "./schedule.js";
import { showSpreads } from "./spreads.js";
import { stateWords } from "./states.js";

/** @typedef {import("./board.js").Board} Board */

const PERPLEXITIES = [2, 5, 10, 30, 50, 100];
const NEXT = { 30: 5, 5: 100, 100: 2, 2: 50, 50: 10, 10: 30 };
const MEASURE_EVERY = 250; // milliseconds
const EARLIER =
  "Earlier maps. Compare shapes, not costs: a cost can only be held against another of the same perplexity and points.";
const NO_EARLIER =
  "A map that got past early exaggeration is kept here when another run begins; the last six stand side by side.";

export class Panel {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {(name: string) => any} the element with that class */
    this.part = (name) => parentElement.querySelector(`.${name}`);
    /** @type {(name: string) => any} the element with that name for tests */
    this.find = (name) => parentElement.querySelector(`[data-testid=tsne-${name}]`);
    /** @type {NodeListOf<HTMLElement>} */
    this.classed = parentElement.querySelectorAll(".classed");
    this.measured = this.points = 0;
    /** @type {any} what is on the page already: class names, costs, earlier maps and their colours */
    this.names = this.drawn = this.shown = this.tint = null;
    for (const name of ["other", "quiet"]) {
      this.part(name).append(...PERPLEXITIES.map((value) => new Option(String(value), String(value))));
    }
    this.part("quiet").value = 2;
  }

  /** @param {Board} board */
  listen(board) {
    this.part("run").onclick = () => {
      board.notice = "";
      board.order(["running", "preparing"].includes(board.state) ? "pause" : "run");
    };
    this.part("step").onclick = () => board.order("step");
    this.part("anew").onclick = () => board.anew();
    this.part("again").onclick = () => board.again(Number(this.part("other").value), false);
    this.part("noise").onclick = () => board.again(Number(this.part("quiet").value), true);
    const name = () => `tsne_perplexity_${board.header.settings.perplexity}_seed_${board.header.settings.seed}`;
    this.part("picture").onclick = () => {
      const words = [...howMade({ ...board.header, places: board.places }), `cost ${this.part("now").textContent}`];
      savePicture(board.canvas, board.colours, words.join(" · "), name());
    };
    this.part("table").onclick = () => saveTable(board, board.header.names, name());
  }

  /**
   * Offer as the other perplexity one that is not on now.
   *
   * @param {{ settings: import("./changes.js").Settings, facts: string, count: number }} header
   */
  offer({ settings, facts, count }) {
    this.part("other").value = NEXT[settings.perplexity] ?? 30;
    const points = count.toLocaleString("en");
    const noise = `Here are ${points} points of pure noise: every number is drawn from the standard normal.`;
    this.part("facts").textContent = settings.noise ? noise : facts;
  }

  /** @param {Board} board */
  newClasses(board) {
    const { names, settings } = board.header;
    for (const element of this.classed) element.hidden = settings.noise;
    this.part("classes").hidden = settings.noise;
    if (!equal(this.names, names)) board.hidden.clear();
    this.names = names;
    this.part("classes").replaceChildren(...classButtons(names, board.hidden, () => board.repaint()));
  }

  /**
   * Show how far the search for neighbours is.
   *
   * @param {Board} board
   * @param {number} share
   */
  searching(board, share) {
    if (share === 1 && board.facts) board.facts.prepared = true;
    const percent = Math.round(100 * share);
    this.part("search").firstElementChild.style.width = `${percent}%`;
    this.part("search").setAttribute("aria-valuenow", percent);
  }

  /**
   * Say what state the run is in.
   *
   * @param {Board} board
   */
  turn(board) {
    const { root, state } = board;
    root.dataset.state = state;
    const going = ["running", "preparing"].includes(state);
    this.part("said").textContent = stateWords(board);
    this.part("run").textContent = going ? "Pause" : state === "finished" ? "Run on" : "Run";
    for (const name of ["run", "step", "anew"]) this.part(name).disabled = ["waiting", "lost"].includes(state);
  }

  /** @param {Board} board */
  show(board) {
    const { facts, header, costs, places, canvas, root } = board;
    const { iteration, exaggerating } = facts;
    const begun = iteration > 0;
    const phase = exaggerating ? `early exaggeration × ${header.settings.exaggeration}` : "free, no exaggeration";
    Object.assign(root.dataset, { iteration, ready: "true" });
    root.classList.toggle("early", exaggerating);
    this.part("iteration").textContent = `${iteration} of ${Math.max(ITERATIONS, iteration)}`;
    this.part("phase").textContent = begun ? phase : "–";
    this.part("now").textContent = costs.length ? costs.at(-1)[1].toFixed(4) : "–";
    this.part("width").textContent = begun ? inShort(2 * around(places).half) : "–";
    describe(canvas, () => `Map of ${places.length / 2} points after ${iteration} iterations of t-SNE.`);
    if (costs !== this.drawn || costs.length !== this.points || facts.paused) drawCost(this.part("curve"), costs);
    Object.assign(this, { drawn: costs, points: costs.length });
    if (facts.paused || facts.ready || performance.now() - this.measured > MEASURE_EVERY) this.measure(board);
  }

  /** @param {Board} board */
  measure({ among, places, rows, header, earlier, colours, facts }) {
    this.measured = performance.now();
    if (among) {
      const map = facts.iteration ? measure(places, 2, rows) : null;
      showSpreads(this.find("spreads").tBodies[0], this.find("worst"), header.names, among.spreads, map?.spreads);
      showDistances(this.find("pairs"), this.find("rank"), among.distances, map?.distances);
    }
    this.part("kept-words").textContent = earlier.length ? EARLIER : NO_EARLIER;
    if (this.shown !== earlier || this.tint !== colours) showEarlier(this.part("earlier"), earlier, colours);
    Object.assign(this, { shown: earlier, tint: colours });
  }
}

/** Write a length in about two digits. */
function inShort(value) {
  return value < 10 ? value.toPrecision(2) : value.toFixed(0);
}
