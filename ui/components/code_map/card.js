// The card beside the digit that is pointed at: its pictures, label, error and code.

import { fitChildren, make } from "../shared/dom.js";
import { paintInk } from "../shared/paint.js";
import { SIDE } from "../shared/picture.js";
import { roomBeside } from "./beside.js";
import { codeWords, paintBars } from "./card_code.js";
import { inkOnSheet, sheetOf } from "./sheet.js";
import { Shelf } from "./shelf.js";

/**
 * @typedef {{ model: string, digest: string, title: string, projection: string, projected: string }} FlatMap
 *
 * What a card shows.
 *
 * @typedef {object} About
 * @property {number} row
 * @property {FlatMap} map that is pointed at
 * @property {FlatMap[]} maps all
 * @property {boolean} originals whether there are pictures of the digits themselves
 * @property {string} name
 * @property {string} facts
 * @property {import("../shared/palette.js").Palette} colours
 */

export class Card {
  /**
   * @param {HTMLElement} board
   * @param {() => void} arrived hears whenever there is more to show
   */
  constructor(board, arrived) {
    this.board = board;
    /** @type {HTMLElement} */
    this.root = board.querySelector(".card");
    this.pictures = this.root.querySelector(".pictures");
    this.shelf = new Shelf(arrived);
    this.pointed = ""; // row and map
  }

  hide() {
    this.root.hidden = true;
    this.pointed = "";
    this.shelf.leave();
  }

  /**
   * Show the card of a row beside its dot.
   *
   * @param {About} about
   * @param {import("./beside.js").Spot} spot
   * @param {import("./beside.js").Spot[]} others of the same digit on other maps
   */
  show(about, spot, others) {
    this.ask(about);
    this.showPictures(about);
    this.root.querySelector(".name").textContent = about.name;
    this.showCode(about);
    this.root.hidden = false;
    const [x, y] = roomBeside(this.root, this.board, spot, others);
    this.root.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  /** Ask once for every dot that is pointed at. */
  ask(about) {
    const pointed = `${about.row} ${about.map.model}`;
    if (pointed === this.pointed) return;
    this.pointed = pointed;
    this.shelf.ask([{ map: about.map, part: "codes" }, ...wantedBy(about)]);
  }

  showPictures(about) {
    const wanted = wantedBy(about);
    fitChildren(this.pictures, wanted.length, makePicture);
    wanted.forEach((picture, index) => {
      const figure = this.pictures.children[index];
      const canvas = figure.querySelector("canvas");
      const { there, lost } = this.shelf.of(picture);
      const words = lost ? `${picture.caption} could not be fetched` : `${picture.caption} is coming …`;
      figure.querySelector("figcaption").textContent = there ? picture.caption : words;
      if (there) paintInk(canvas, inkOnSheet(there, about.row), about.colours);
      else canvas.getContext("2d").clearRect(0, 0, SIDE, SIDE);
    });
  }

  showCode({ row, map, facts, colours }) {
    /** @type {HTMLCanvasElement} */
    const bars = this.root.querySelector("canvas.bars");
    /** @type {HTMLElement} */
    const span = this.root.querySelector(".facts");
    const codes = this.shelf.of({ map, part: "codes" }).there;
    const lines = [facts];
    bars.hidden = !codes || codes.header.exact;
    if (codes) {
      const { exact, shown } = codes.header;
      const code = codes.arrays.codes.subarray(row * shown, (row + 1) * shown);
      lines.push(codeWords(codes.header, code));
      if (!exact) paintBars(bars, code, colours);
    }
    span.style.whiteSpace = "pre-line";
    span.textContent = lines.join("\n");
  }
}

/** The pictures on a card: the test image itself where it is known, and what each model makes of it. */
function wantedBy(/** @type {About} */ { row, maps, originals }) {
  const models = maps.filter((one, index) => maps.findIndex(({ model }) => model === one.model) === index);
  const sheet = sheetOf(row);
  const rebuilt = models.map((one) => ({
    map: one,
    part: `pictures/reconstructions/${sheet}`,
    caption: models.length > 1 ? one.title : "reconstruction",
  }));
  if (!originals) return rebuilt;
  return [{ map: maps[0], part: `pictures/originals/${sheet}`, caption: "original" }, ...rebuilt];
}

function makePicture() {
  const canvas = make("canvas", { width: SIDE, height: SIDE });
  canvas.setAttribute("aria-hidden", "true"); // its caption says what it is
  return make("figure", {}, canvas, make("figcaption"));
}
