// The cloud with its controls: which round of training is shown, and from where.

import { describe } from "../shared/alternative.js";
import { calm } from "../shared/dom.js";
import { readMessage } from "../shared/message.js";
import { clamp } from "../shared/numbers.js";
import { palette } from "../shared/palette.js";
import { drawAngle } from "./angle.js";
import { paintSpace } from "./scene.js";
import { between, chunks, FARTHEST_TILT, triples } from "./space.js";
import { turnByHand } from "./turning.js";

const LENGTH = 9000; // milliseconds of the whole play
const FARTHEST = 0.5;
const CLOSEST = 6;

export class Cloud {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.root = parentElement.querySelector(".cloud");
    /** @type {HTMLCanvasElement} */
    this.canvas = this.root.querySelector("canvas.space");
    /** @type {HTMLInputElement} */
    this.range = this.root.querySelector("input.epoch");
    /** @type {HTMLButtonElement} */
    this.button = this.root.querySelector("button.play");
    this.where = this.root.querySelector(".where");
    this.view = { turn: 0.6, tilt: 0.35, closer: 1 };
    this.round = this.last = this.frame = 0;
    this.run = this.points = this.pca = this.planes = this.colours = null;
    /** @type {number[]} between both planes, round by round */
    this.angles = [];
    /** @type {(round: number) => void} */
    this.moveDot = null;
    this.button.onclick = () => (this.frame ? this.stop() : this.play());
    this.range.oninput = () => {
      this.stop();
      this.go(this.range.valueAsNumber);
    };
    turnByHand(
      this.canvas,
      this.root.querySelectorAll("[data-key]"),
      (turn, tilt) => this.turnBy(turn, tilt),
      (factor) => this.zoom(factor),
    );
    this.observer = new ResizeObserver(() => this.points && this.paint());
    this.observer.observe(this.canvas);
  }

  remove() {
    this.stop();
    this.observer.disconnect();
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data }) {
    const { header, arrays } = readMessage(data);
    const other = this.run !== header.run;
    this.run = header.run;
    this.points = triples(arrays.points);
    this.pca = triples(arrays.pca);
    this.planes = chunks(triples(arrays.planes), 3);
    this.angles = header.angles;
    this.colours = palette(this.root);
    this.last = Math.max(0, header.angles.length - 1);
    /** @type {NodeListOf<HTMLElement>} */
    const later = this.root.querySelectorAll(".later");
    for (const element of later) element.hidden = !header.angles.length;
    if (header.angles.length) this.moveDot = drawAngle(this.root.querySelector(".angle"), header.angles);
    this.range.max = String(this.last);
    const moving = header.play && !calm();
    if (other) this.stop();
    this.go(other ? (moving ? 0 : this.last) : this.round);
    if (other && moving) this.play();
    this.root.dataset.ready = "true";
  }

  turnBy(turn, tilt) {
    this.view.turn -= turn;
    this.view.tilt = clamp(this.view.tilt + tilt, -FARTHEST_TILT, FARTHEST_TILT);
    if (!this.frame) this.paint();
  }

  /** @param {number} factor how many times closer than now */
  zoom(factor) {
    this.view.closer = clamp(this.view.closer * factor, FARTHEST, CLOSEST);
    if (!this.frame) this.paint();
  }

  /** Show a round of training; one that lies between two is a mixture of both. */
  go(round) {
    this.round = round;
    const { angles, last } = this;
    if (angles.length) {
      const whole = Math.round(round);
      this.range.value = String(whole);
      this.where.textContent = `Round ${whole} of ${last}: ${angles[whole].toFixed(angles[whole] < 10 ? 2 : 0)}°`;
      this.range.setAttribute("aria-valuetext", this.where.textContent);
      this.moveDot(round);
    }
    this.root.dataset.round = String(Math.round(round));
    this.paint();
  }

  paint() {
    const { canvas, colours, planes, angles, round, view, points } = this;
    const shown = [{ axes: this.pca, colour: colours.missing }];
    if (angles.length) {
      const next = Math.min(Math.floor(round) + 1, this.last);
      const axes = between(planes[Math.floor(round)], planes[next], round - Math.floor(round));
      shown.push({ axes, colour: colours.extra });
    }
    paintSpace(canvas, { points, planes: shown, view, colours });
    const now = angles.length ? ` ${this.where.textContent} away from PCA's plane.` : "";
    describe(canvas, () => `600 points near a tilted plane.${now}`);
  }

  play() {
    if (this.round >= this.last) this.round = 0;
    const begun = performance.now() - Math.sqrt(this.round / this.last) * LENGTH;
    const step = (now) => {
      const share = clamp((now - begun) / LENGTH, 0, 1);
      this.go(share ** 2 * this.last); // slow at first, when most happens
      if (this.round >= this.last) this.stop();
      else this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
    this.button.textContent = "Pause";
  }

  stop() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.button.textContent = "Play";
  }
}
