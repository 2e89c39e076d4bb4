// What stands beside the board: the decoded picture, where it comes from, the input, and the switches of the layers.

import { describe } from "../shared/alternative.js";
import { classButtons } from "../shared/classes.js";
import { named } from "../shared/dom.js";
import { written } from "../shared/numbers.js";
import { paintInk } from "../shared/paint.js";
import { inkByte, PIXELS } from "../shared/picture.js";

const LOST = "The model cannot be fetched. Reload the page.";

/** @param {number[]} code */
const placeWords = ([z1, z2]) => `(${written(z1)}, ${written(z2)})`;

/** @typedef {{ label: number, distance: number }} Near the nearest test image */

export class Panel {
  /**
   * @param {HTMLElement} root
   * @param {import("./plane.js").Plane} plane
   */
  constructor(root, plane) {
    this.root = root;
    this.plane = plane;
    this.bytes = new Uint8Array(PIXELS);
    this.texts = named(root, "text");
    this.buttons = named(root, "do");
    /** @type {HTMLInputElement[]} */
    this.fields = [...root.querySelectorAll("input[data-z]")].map((field) => /** @type {any} */ (field));
    /** @type {HTMLCanvasElement} */
    this.decoded = root.querySelector("canvas.decoded");
    /** @type {HTMLCanvasElement} */
    this.input = root.querySelector("canvas.input");
    this.status = root.querySelector("[role=status]");
    this.listen();
  }

  listen() {
    const { plane, buttons } = this;
    buttons.closer.onclick = () => plane.zoom(0.7);
    buttons.farther.onclick = () => plane.zoom(1 / 0.7);
    buttons.home.onclick = () => plane.goHome();
    buttons.shifting.onclick = () => {
      plane.shifting = !plane.shifting;
      buttons.shifting.setAttribute("aria-pressed", String(plane.shifting));
    };
    buttons.follow.onclick = () => plane.put([...plane.posterior.mean]);
    buttons.resample.onclick = () => plane.resample();
    for (const field of this.fields) {
      field.onchange = () => {
        const point = this.fields.map((input) => input.valueAsNumber);
        if (point.every(Number.isFinite)) plane.put(point);
      };
    }
    for (const [layer, box] of Object.entries(named(this.root, "layer"))) {
      box.onchange = () => {
        plane.layers[layer] = box.checked;
        plane.refresh(true);
      };
    }
  }

  /**
   * @param {any} header of a message from Python
   * @param {Record<string, any>} arrays of it
   */
  show(header, arrays) {
    const { plane } = this;
    const row = this.root.querySelector(".classes");
    const changed = () => plane.refresh(true);
    if (!row.children.length) row.append(...classButtons(header.classes, plane.hidden, changed, "the dots of "));
    const layers = named(this.root, "layer");
    for (const layer of [layers.prior, layers.draws]) layer.parentElement.hidden = !header.prior;
    this.buttons.resample.hidden = !header.prior;
    this.texts.given.textContent = header.given;
    plane.canvas.closest(".plane").classList.toggle("simple", header.simple);
    plane.canvas.setAttribute("aria-label", header.label);
    this.showInput(arrays.input, header.posterior);
  }

  /**
   * Paint the input, and say how surely the encoder placed it.
   *
   * @param {ArrayLike<number>} ink 0 to 255
   * @param {{ mean: number[], deviation: number[] | null }} posterior
   */
  showInput(ink, { mean, deviation }) {
    paintInk(this.input, ink, this.plane.colours);
    this.texts.spread.textContent = deviation
      ? `at ${placeWords(mean)}, its cloud ± ${placeWords(deviation)}`
      : `at ${placeWords(mean)}, one point and no cloud`;
  }

  /**
   * Paint what a place decodes to.
   *
   * @param {ArrayLike<number>} values 0 to 1
   * @param {number[]} place
   * @param {import("../shared/palette.js").Palette} colours
   */
  showDecoded(values, place, colours) {
    for (let pixel = 0; pixel < PIXELS; pixel += 1) this.bytes[pixel] = inkByte(values[pixel]);
    paintInk(this.decoded, this.bytes, colours);
    Object.assign(this.decoded.dataset, { z1: place[0].toFixed(3), z2: place[1].toFixed(3), ready: "true" });
    this.texts.place.textContent = `z = ${placeWords(place)}`;
    this.fields.forEach((field, axis) => {
      if (!field.matches(":focus")) field.value = String(Math.round(1000 * place[axis]) / 1000);
    });
  }

  /** @param {boolean} pale whether the picture is of another place than the one that is pointed at */
  pale(pale) {
    this.decoded.classList.toggle("pale", pale);
  }

  /** Say that the model cannot be fetched. */
  sayLost() {
    this.texts.place.textContent = LOST;
  }

  /**
   * @param {Near} near
   * @param {string[]} names of the classes
   */
  showNear({ label, distance }, names) {
    const near = `nearest test digit: ${names[label]}, ${distance.toFixed(2)} away`;
    this.texts.near.textContent = near;
    describe(this.decoded, () => `Decoded picture at ${this.texts.place.textContent}, ${near}`);
  }

  /**
   * Say to a screen reader where the point has come to rest.
   *
   * @param {number[]} place
   * @param {Near} near
   * @param {string[]} names of the classes
   */
  say(place, { label, distance }, names) {
    const away = distance.toFixed(2);
    this.status.textContent = `z = ${placeWords(place)}, nearest test digit ${names[label]}, ${away} away.`;
  }
}
