// The strip and the controls of a walk; its stops stand on the plane and in the address.

import { models } from "../plane/models.js";
import { courseAt } from "../shared/course.js";
import { make, named } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";
import { hear, tell } from "../shared/page.js";
import { paintInk } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { inkBytes } from "../shared/picture.js";
import { Player } from "./player.js";

const FRAMES = 12;
const FIRST = "Or tap two places on the plane.";
const MORE = "Tap the plane to walk on.";

export class Walk {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.buttons = named(root, "do");
    this.ends = named(root, "end");
    /** @type {HTMLInputElement} */
    this.slider = root.querySelector("input[type=range]");
    /** @type {HTMLSelectElement} */
    this.speed = root.querySelector("select[data-speed]");
    /** @type {NodeListOf<HTMLInputElement>} */
    this.courses = root.querySelectorAll("input[name=course]");
    /** @type {HTMLElement} */
    this.strip = root.querySelector(".strip");
    this.frames = Array.from({ length: FRAMES }, (_, index) => this.makeFrame(index));
    /** @type {number[][]} */
    this.stops = [];
    this.spherical = false;
    this.header = this.sent = this.colours = this.setStateValue = null;
    this.player = new Player(this);
    this.listen();
    this.stopHearing = hear({
      "latent-model": (name) => name === this.header?.model && this.paint(),
      "latent-stops": ({ stops, spherical }) => this.take(stops, spherical),
    });
  }

  remove() {
    this.stopHearing();
    this.player.pause();
  }

  makeFrame(index) {
    const canvas = make("canvas");
    const onclick = () => this.goTo(index / (FRAMES - 1));
    const button = make("button", { type: "button", onclick }, canvas);
    button.setAttribute("aria-label", `Picture ${index + 1} of ${FRAMES}`);
    this.strip.append(button);
    return canvas;
  }

  listen() {
    const { buttons, slider, player } = this;
    buttons.go.onclick = () => {
      const codes = this.header.typical;
      this.change([codes[this.ends.from.value], codes[this.ends.to.value]], this.spherical);
      player.play();
    };
    buttons.clear.onclick = () => this.change([], this.spherical);
    buttons.play.onclick = () => (player.playing ? player.pause() : player.play());
    slider.oninput = () => this.goTo(slider.valueAsNumber);
    for (const course of this.courses) course.onchange = () => this.change(this.stops, course.value === "circle");
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setStateValue }) {
    const { header } = readMessage(data);
    this.setStateValue = setStateValue;
    if (!this.header) this.offerEnds(header);
    this.header = header;
    this.sent ??= header.seen;
    this.colours = palette(this.root.querySelector(".walk"));
    if (header.seen === this.sent) this.take(header.stops, header.spherical);
    else this.paint();
  }

  offerEnds(header) {
    for (const [end, select] of Object.entries(this.ends)) {
      select.replaceChildren(...header.classes.map((name, label) => new Option(name, String(label))));
      select.value = header[end];
    }
  }

  /** Lay another walk, and tell the plane and the server. */
  change(stops, spherical) {
    tell("latent-stops", { stops, spherical });
    this.sent += 1;
    this.setStateValue("walk", { stops, spherical, serial: this.sent });
  }

  take(stops, spherical) {
    this.stops = stops;
    this.spherical = spherical;
    for (const course of this.courses) course.checked = (course.value === "circle") === spherical;
    if (stops.length < 2) this.player.pause();
    this.paint();
  }

  at(share) {
    return courseAt(this.stops, share, this.spherical);
  }

  paint() {
    const ready = this.stops.length > 1;
    /** @type {HTMLElement} */
    const player = this.slider.closest(".player");
    for (const element of [this.strip, player]) element.inert = !ready;
    this.root.querySelector(".hint").textContent = ready ? MORE : FIRST;
    this.buttons.clear.disabled = !this.stops.length;
    const model = models.get(this.header?.model);
    if (!ready) for (const canvas of this.frames) canvas.width = 1; // which empties it
    if (!ready || !model?.decode) return;
    this.frames.forEach((canvas, index) => {
      paintInk(canvas, inkBytes(model.decode(this.at(index / (FRAMES - 1)))), this.colours);
    });
    this.strip.dataset.ready = "true";
  }

  /**
   * Show a place on the walk, here and on the plane.
   *
   * @param {number} share of the way
   */
  show(share) {
    this.slider.value = String(share);
    const near = Math.round(share * (FRAMES - 1));
    for (const [index, canvas] of this.frames.entries()) canvas.parentElement.classList.toggle("near", index === near);
    tell("latent-visit", { z: this.at(share), stay: false });
  }

  goTo(share) {
    this.player.pause();
    this.player.share = share;
    this.show(share);
  }
}
