// The card beside the digit that is pointed at: its pictures, label, error and code.

import { fitChildren, make } from "../shared/dom.js";
import { paintInk } from "../shared/paint.js";
import { SIDE } from "../shared/picture.js";
import { roomBeside } from "./beside.js";
import { codeWords, paintBars } from "./card_code.js";
import { piece } from "./fetched.js";
import { inkOnSheet, readSheet } from "./sheet.js";

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
  /** @param {HTMLElement} board */
  constructor(board) {
    this.board = board;
    /** @type {HTMLElement} */
    this.root = board.querySelector(".card");
    this.pictures = this.root.querySelector(".pictures");
    /** @type {Map<string, ImageBitmap>} */
    this.sheets = new Map();
    /** @type {Map<string, import("../shared/message.js").Message>} */
    this.codes = new Map();
  }

  /**
   * Fetch what cards of these maps show.
   *
   * @param {{ maps: FlatMap[], originals: boolean }} header
   * @param {() => void} arrived hears of every piece that is there
   * @param {(error: Error) => void} failed hears of what went wrong
   */
  async load({ maps, originals }, arrived, failed) {
    const fetchInto = async (kept, key, promise) => {
      try {
        kept.set(key, await promise);
        arrived();
      } catch (error) {
        failed(/** @type {Error} */ (error));
      }
    };
    this.sheets.clear();
    this.codes.clear();
    const jobs = maps.flatMap((map) => [
      fetchInto(this.codes, map.model, piece(map, "codes")),
      fetchInto(this.sheets, map.model, piece(map, "reconstructions.png", readSheet)),
    ]);
    if (originals) jobs.push(fetchInto(this.sheets, "original", piece(maps[0], "originals.png", readSheet)));
    await Promise.all(jobs);
  }

  hide() {
    this.root.hidden = true;
  }

  /**
   * Show the card of a row beside its dot.
   *
   * @param {About} about
   * @param {import("./beside.js").Spot} spot
   * @param {import("./beside.js").Spot[]} others of the same digit on other maps
   */
  show(about, spot, others) {
    this.showPictures(about);
    this.root.querySelector(".name").textContent = about.name;
    this.showCode(about);
    this.root.hidden = false;
    const [x, y] = roomBeside(this.root, this.board, spot, others);
    this.root.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  showPictures({ row, maps, originals, colours }) {
    const models = maps.filter((map, index) => maps.findIndex(({ model }) => model === map.model) === index);
    const word = (map) => (models.length > 1 ? map.title : "reconstruction");
    const wanted = [...(originals ? [["original", "original"]] : []), ...models.map((map) => [map.model, word(map)])];
    fitChildren(this.pictures, wanted.length, makePicture);
    wanted.forEach(([key, caption], index) => {
      const figure = this.pictures.children[index];
      const canvas = figure.querySelector("canvas");
      const sheet = this.sheets.get(key);
      figure.querySelector("figcaption").textContent = sheet ? caption : `${caption} is coming …`;
      if (sheet) paintInk(canvas, inkOnSheet(sheet, row), colours);
      else canvas.getContext("2d").clearRect(0, 0, SIDE, SIDE);
    });
  }

  showCode({ row, map, facts, colours }) {
    /** @type {HTMLCanvasElement} */
    const bars = this.root.querySelector("canvas.bars");
    /** @type {HTMLElement} */
    const span = this.root.querySelector(".facts");
    const codes = this.codes.get(map.model);
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

function makePicture() {
  return make("figure", {}, make("canvas", { width: SIDE, height: SIDE }), make("figcaption"));
}
