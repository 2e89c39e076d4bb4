// A slider for every number of the code, the picture that they stand for, and pictures along one of them.

import { describe } from "../shared/alternative.js";
import { Courier } from "../shared/courier.js";
import { fitChildren, make } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";
import { paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { pictureAt } from "../shared/picture.js";

const SEND_EVERY = 30; // milliseconds at least between two live codes
const MOST_SAID = 6; // numbers of the code

const withClass = (tag, className, textContent = "") => make(tag, { className, textContent });

export class Dials {
  /** @param {HTMLElement} root */
  constructor(root) {
    /** @type {HTMLElement} */
    this.board = root.querySelector(".board");
    /** @type {HTMLCanvasElement} */
    this.picture = root.querySelector(".seen canvas");
    this.sliders = root.querySelector(".sliders");
    this.caption = root.querySelector(".along b");
    this.strip = root.querySelector(".strip");
    /** @type {number[]} */
    this.start = this.values = [];
    /** @type {{ input: HTMLInputElement, output: HTMLOutputElement }[]} by dimension */
    this.inputs = [];
    /** @type {HTMLCanvasElement[]} what each dial's number makes at its ends, the lower one first; none where not shown */
    this.ends = [];
    /** @type {{ dimension: number, values: number[] }} what the strip shows */
    this.along = null;
    this.origin = this.setStateValue = null;
    this.courier = new Courier(SEND_EVERY, (serial, live) => this.deliver(serial, live));
    const button = (name, act) => root.querySelector(`[data-do=${name}]`).addEventListener("click", act);
    this.back = root.querySelector("[data-do=back]");
    button("back", () => this.turnAll(this.start));
    button("zero", () => this.turnAll(this.start.map(() => 0)));
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setStateValue }) {
    const { header, arrays } = readMessage(data);
    this.setStateValue = setStateValue;
    if (header.origin !== this.origin) this.begin(header);
    const colours = palette(this.board);
    paintInk(this.picture, arrays.picture, colours);
    describe(this.picture, () => this.words());
    for (const [at, canvas] of this.ends.entries()) paintInk(canvas, pictureAt(arrays.ends, at), colours);
    this.paintStrip(header.strip, arrays.strip, colours);
    this.board.dataset.ready = "true";
    this.board.dataset.serial = header.serial;
    this.courier.answer(header.serial);
  }

  /** Set the dials to a new start, in the order of what they carry. */
  begin(header) {
    this.courier.drop(header.serial);
    this.origin = header.origin;
    this.start = header.start;
    this.values = header.values;
    this.inputs = [];
    this.ends = [];
    this.sliders.replaceChildren(...header.dials.map((dial) => this.makeDial(dial, header.reach, header.ends)));
    this.back.textContent = header.back;
    for (const dimension of this.values.keys()) this.show(dimension);
  }

  makeDial({ dimension, dead, facts, share }, reach, ends) {
    const name = `Number ${dimension + 1}`;
    const about = dead ? "tells nothing" : facts;
    const text = withClass("span", "name", name);
    text.append(" ", make("small", { textContent: about }));
    const input = make("input", { type: "range", min: -reach, max: reach, step: 0.01 });
    input.dataset.testid = `dial-${dimension}`;
    input.setAttribute("aria-label", [name, about].filter(Boolean).join(", "));
    input.oninput = () => this.turn(dimension, Number(input.value), true);
    input.onchange = () => this.turn(dimension, Number(input.value), false);
    const filled = make("i");
    filled.style.width = `${100 * share}%`;
    const bar = make("span", { className: "bar" }, filled);
    const output = make("output", { ariaLive: "off" }); // the slider tells its value itself
    this.inputs[dimension] = { input, output };
    const dial = make("label", { className: dead ? "dial dead" : "dial" }, text, output, input, bar);
    return ends ? this.between(dial, dimension) : dial;
  }

  /** Put a dial between what its number makes at its lower end and at its upper end. */
  between(dial, dimension) {
    const pair = ["lowest", "highest"].map((end) => {
      const canvas = make("canvas");
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", `Picture with number ${dimension + 1} ${end}`);
      return canvas;
    });
    this.ends.push(...pair);
    return make("div", { className: "between" }, pair[0], dial, pair[1]);
  }

  turn(dimension, value, live) {
    this.values[dimension] = value;
    this.show(dimension);
    this.courier.send(live);
  }

  turnAll(values) {
    this.values = [...values];
    for (const dimension of this.values.keys()) this.show(dimension);
    this.courier.send(false);
  }

  show(dimension) {
    if (!this.inputs[dimension]) return; // a number that has no dial here
    const { input, output } = this.inputs[dimension];
    input.value = String(this.values[dimension]);
    output.textContent = this.values[dimension].toFixed(2);
    this.mark();
  }

  /** What the picture was decoded from, number by number in the order of the dials. */
  words() {
    const dials = Object.keys(this.inputs).map((at) => `number ${Number(at) + 1} at ${this.values[at].toFixed(2)}`);
    const rest = dials.length > MOST_SAID ? `, and ${dials.length - MOST_SAID} more` : "";
    return `Picture decoded from the dials: ${dials.slice(0, MOST_SAID).join(", ")}${rest}`;
  }

  deliver(serial, live) {
    this.setStateValue("turned", { origin: this.origin, values: [...this.values], live, serial });
  }

  paintStrip({ dimension, values }, bytes, colours) {
    fitChildren(this.strip, values.length, () => make("button", { type: "button" }, make("canvas"), make("span")));
    this.along = { dimension, values };
    this.caption.textContent = `Number ${dimension + 1} from end to end, the others as they stand`;
    values.forEach((value, index) => {
      const button = /** @type {HTMLButtonElement} */ (this.strip.children[index]);
      button.dataset.testid = `strip-${index}`;
      button.setAttribute("aria-label", `Set number ${dimension + 1} to ${value.toFixed(1)}`);
      button.onclick = () => this.turn(dimension, value, false);
      button.querySelector("span").textContent = value.toFixed(1);
      paintInk(button.querySelector("canvas"), pictureAt(bytes, index), colours);
    });
    this.mark();
  }

  /** Mark the picture of the strip that comes nearest to where its dial stands. */
  mark() {
    if (!this.along) return;
    const { dimension, values } = this.along;
    const distances = values.map((value) => Math.abs(value - this.values[dimension]));
    const nearest = distances.indexOf(Math.min(...distances));
    for (const [index, button] of [...this.strip.children].entries())
      button.classList.toggle("here", index === nearest);
  }

  remove() {
    this.courier.remove();
  }
}
