// The plane as a whole: what the hand does, what other components ask for, and what Python says.

import { courseOf } from "../shared/course.js";
import { Dice } from "../shared/dice.js";
import { bringIntoView } from "../shared/dom.js";
import { inkOf } from "../shared/drawing/ink.js";
import { readMessage } from "../shared/message.js";
import { hear, tell } from "../shared/page.js";
import { Board } from "./board.js";
import { Hand } from "./hand.js";
import { Panel } from "./panel.js";
import { Parade } from "./parade.js";
import { rounded, same } from "./scale.js";
import { Served } from "./served.js";

const DRAWS = 24;

export class Plane extends Board {
  /** @param {HTMLElement} root */
  constructor(root) {
    super(root.querySelector(".map"));
    this.panel = new Panel(root, this);
    this.hand = new Hand(this.canvas, this);
    this.dice = new Dice();
    this.shifting = this.walking = this.spherical = false;
    this.answered = this.sent = null;
    this.parade = new Parade((place) => this.visit({ z: place, stay: false }));
    this.setStateValue = this.unplaced = null;
    this.served = new Served();
    this.stopHearing = hear({
      "latent-model": (name) => name === this.header.model && this.meetModel(),
      "latent-model-lost": (name) => name === this.header.model && this.panel.sayLost(),
      "latent-encoder": (name) => name === this.header.model && this.unplaced && this.encode(this.unplaced),
      "digit-pad-drawn": (strokes) => this.encode(strokes),
      "latent-visit": (visit) => this.visit(visit),
      "latent-stops": ({ stops, spherical }) => this.setStops(stops, spherical),
    });
  }

  remove() {
    this.stopHearing();
    this.observer.disconnect();
    this.parade.stop();
    this.glide.stop();
    cancelAnimationFrame(this.frame);
  }

  /**
   * Take a message from Python; it moves the point only if it knows of everything that was done here.
   *
   * @param {import("../shared/mount.js").Component} component
   */
  update({ data, setStateValue }) {
    const { header, arrays } = readMessage(data);
    this.setStateValue = setStateValue;
    if (this.header?.model !== header.model) {
      this.settle(header.home);
      this.draws = [];
      this.sent ??= header.seen;
    }
    Object.assign(this, { header, posterior: header.posterior, walking: header.walking, unplaced: null });
    const at = header.point ?? rounded(header.posterior.mean);
    this.served.take(arrays.decoded, at);
    if (header.seen === this.sent && !this.hand.held) {
      if (header.point && this.point && !same(at, this.point)) bringIntoView(this.canvas); // put there by a button
      this.point = this.answered = at;
      this.setStops(header.stops, header.spherical);
    }
    this.retint();
    this.panel.show(header, arrays);
    this.meetModel();
  }

  meetModel() {
    const { model, header } = this;
    if (!model?.decode && !(model && header.simple)) return;
    if (model.decode && !header.simple) this.mosaic.show(model, this.home);
    this.canvas.dataset.ready = "true";
    this.refresh(true);
  }

  /** @override */
  paintTop(context, scale) {
    super.paintTop(context, scale);
    const { model, place, header, panel } = this;
    if (!model?.decode && !header.simple) return;
    const values = model?.decode ? model.decode(place) : this.served.of(place);
    panel.pale(!values);
    if (!values || !model) return;
    panel.showDecoded(values, place, this.colours);
    panel.showNear(this.nearest(place), header.classes);
  }

  hover(place) {
    if (place) this.model?.fetchDecoder();
    this.hovered = place && this.scale().back(place[0], place[1]);
    this.refresh();
  }

  take(place, moves = false) {
    if (moves) this.model?.fetchDecoder();
    this.parade.stop();
    this.hovered = null;
    this.mosaic.resting = true;
    this.point = this.scale().back(place[0], place[1]);
    this.refresh();
  }

  /** The hand did something else in the end: put the point back. */
  letGo() {
    this.point = this.answered;
    this.rest();
  }

  rest() {
    this.mosaic.resting = false;
    this.mosaic.wake();
    this.refresh();
  }

  /** Move by shares of the window's side; the window follows a point that leaves it. */
  step(right, up) {
    this.model?.fetchDecoder();
    this.hovered = null;
    const { view } = this;
    this.point = [this.point[0] + right * 2 * view.half, this.point[1] + up * 2 * view.half];
    const beyond = Math.max(Math.abs(this.point[0] - view.x), Math.abs(this.point[1] - view.y)) > view.half;
    if (beyond) Object.assign(view, { x: this.point[0], y: this.point[1] });
    this.refresh(beyond);
  }

  put(point) {
    this.parade.stop();
    this.hovered = null;
    this.point = point;
    this.release();
  }

  /** The hand rests: tell the server where the point is, if that is news. */
  release() {
    this.point = rounded(this.point);
    this.rest();
    if (!same(this.point, this.answered)) this.report();
  }

  addStop() {
    this.point = rounded(this.point);
    const stops = [...this.stops, this.point].slice(-this.header.most_stops);
    tell("latent-stops", { stops, spherical: this.spherical });
    this.rest();
    this.report();
  }

  report() {
    this.answered = this.point;
    this.sent += 1;
    this.setStateValue("hand", { point: this.point, stops: this.stops, serial: this.sent });
    if (this.model?.labels) this.panel.say(this.point, this.nearest(this.point), this.header.classes);
  }

  setStops(stops, spherical) {
    Object.assign(this, { stops, spherical });
    this.way = stops.length > 1 ? courseOf(stops, 24 * stops.length, spherical) : stops;
    this.refresh();
  }

  /** Another part of the page points at a place; `stay`: the point goes there. */
  visit({ z, stay }) {
    if (stay) this.put(z);
    else this.hovered = z;
    this.refresh();
  }

  /** The pad has new strokes: find their place without the server, which answers more exactly when the hand rests. */
  encode(strokes) {
    this.unplaced = this.model?.encode ? null : strokes;
    if (!this.header.simple) this.model?.fetchEncoder();
    const ink = this.model?.encode && inkOf(strokes);
    if (!ink) return;
    const code = [...this.model.encode(ink)];
    const deviation = this.header.prior ? code.slice(2).map((value) => Math.exp(value / 2)) : null;
    this.posterior = { mean: code.slice(0, 2), deviation };
    this.draws = [];
    this.parade.stop();
    this.point = this.answered = rounded(this.posterior.mean);
    this.panel.showInput(
      ink.map((value) => Math.round(255 * value)),
      this.posterior,
    );
    this.refresh();
  }

  /** Draw from the input's posterior and show what each draw decodes to, one after the other. */
  resample() {
    const { mean, deviation } = this.posterior;
    const draw = () => mean.map((value, axis) => value + deviation[axis] * this.dice.normal());
    this.draws = Array.from({ length: DRAWS }, draw);
    this.parade.show(this.draws);
  }
}
