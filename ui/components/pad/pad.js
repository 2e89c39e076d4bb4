// The pad itself: what is drawn on it, by hand or by itself, and what was drawn before.

import { Courier } from "../shared/courier.js";
import { named } from "../shared/dom.js";
import { hear, tell } from "../shared/page.js";
import { Pen } from "../shared/pen.js";
import { engine } from "../shared/rebuilding/engine.js";
import { keep, keptFromBefore } from "./kept.js";
import { press } from "./keys.js";
import { offerPresets, SelfDrawn } from "./presets.js";
import { Show } from "./show.js";
import { drawStrokes } from "./strokes.js";
import { Undragged } from "./undragged.js";

/** @typedef {import("../shared/pen.js").Stroke} Stroke */

const SEND_EVERY = 100; // milliseconds at least between two live pictures
const NEAREST = 6; // thousandths of the side between two points

export class Pad {
  /**
   * @param {HTMLElement} root
   * @param {{ strokes: Stroke[], given: number, presets: Record<string, Stroke[]>, session: string }} data
   */
  constructor(root, { strokes, given, presets }) {
    this.canvas = root.querySelector("canvas");
    this.status = root.querySelector("[role=status]");
    /** @type {HTMLElement} */
    this.hint = root.querySelector(".hint");
    this.buttons = named(root, "do");
    this.strokes = strokes;
    this.given = given; // the number of what the page handed over
    this.session = ""; // of the server, known with the first news
    this.presets = presets;
    this.self = new SelfDrawn();
    this.show = new Show(this.canvas, this.hint, presets);
    this.past = [];
    this.future = [];
    this.live = false;
    this.setStateValue = null;
    this.pen = new Pen(this.canvas, NEAREST, this, this.canvas.parentElement); // rounded corners count as paper too
    this.undragged = new Undragged(root, this);
    this.courier = new Courier(SEND_EVERY, (serial, live) => this.deliver(serial, live), "digit-pad-answered");
    this.stopHearing = hear({ "picture-rebuilt": (words) => this.strokes.length && this.say(words) });
    this.observer = new ResizeObserver(() => this.paint());
    this.observer.observe(this.canvas);
    this.canvas.onkeydown = (event) => press(this, event);
    for (const [name, button] of Object.entries(this.buttons)) button.onclick = () => this[name]();
    offerPresets(root.querySelector(".presets"), Object.keys(presets), (name) => this.drawPreset(name));
    this.paint();
    engine.forget("pad");
    this.canvas.dataset.ready = "true";
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setStateValue }) {
    this.setStateValue = setStateValue;
    this.live = data.live;
    if (data.session !== this.session) this.enter(data);
    this.take(data);
    if (!this.strokes.length && !this.past.length) this.show.begin(data.show);
    this.paint();
  }

  /** Another session of the server begins, after a reload or because the server was replaced: it lacks the drawing. */
  enter({ session, strokes, given }) {
    const before = keptFromBefore(session);
    this.session = session;
    if (!before.length || strokes.length || given) return;
    this.stopPreset();
    this.given = given;
    if (!this.strokes.length) this.strokes = before;
    this.settle("Your drawing is back.");
  }

  /** The pen comes down. */
  begin(point) {
    this.stopPreset();
    this.undragged.drop();
    this.canvas.focus({ preventScroll: true });
    const stroke = [...point];
    this.commit([...this.strokes, stroke]);
    return stroke;
  }

  draw() {
    this.paint();
    this.send(true);
  }

  lift() {
    this.send(false);
  }

  /** Put strokes on the pad that the page hands over; the page knows them and needs no answer. */
  take({ strokes, given }) {
    if (given === this.given) return;
    this.stopPreset();
    this.courier.drop();
    this.pen.drop();
    this.undragged.drop();
    this.given = given;
    engine.forget("pad");
    this.commit(strokes);
    keep(this.session, strokes);
    this.say("Drawn for you.");
  }

  commit(strokes) {
    this.past.push(this.strokes);
    this.future = [];
    this.strokes = strokes;
    this.paint();
  }

  undo() {
    this.step(this.past, this.future, "Undone.");
  }

  redo() {
    this.step(this.future, this.past, "Redone.");
  }

  step(from, to, message) {
    this.stopPreset();
    if (!from.length) return;
    this.undragged.keys.drop();
    to.push(this.strokes);
    this.strokes = from.pop();
    this.settle(message);
  }

  clear() {
    this.stopPreset();
    if (!this.strokes.length) return;
    this.undragged.drop();
    this.commit([]);
    this.settle("Cleared.");
  }

  say(words) {
    this.status.textContent = words;
  }

  settle(message) {
    this.say(message);
    this.paint();
    this.send(false);
  }

  drawPreset(name) {
    this.stopPreset();
    this.undragged.drop();
    this.commit([]);
    const show = (part) => {
      this.strokes = part;
      this.draw();
    };
    const finish = () => {
      this.stopPreset();
      this.settle(`A ${name}.`);
    };
    this.self.play(this.presets[name], show, finish);
  }

  /** Stop a digit that draws itself; it counts as drawn to its end. Examples that draw themselves leave nothing. */
  stopPreset() {
    this.show.stop();
    this.strokes = this.self.stop() ?? this.strokes;
  }

  /** The strokes have changed: tell the page at once; and the server when the hand rests, or where only it can follow. */
  send(live) {
    tell("digit-pad-drawn", this.strokes);
    if (!live) keep(this.session, this.strokes);
    if (!live || (this.live && !engine.follows)) this.courier.send(live);
  }

  deliver(serial, live) {
    const strokes = this.strokes.map((stroke) => [...stroke]);
    this.setStateValue("drawing", { strokes, live, serial, given: this.given });
    engine.rest("pad", serial);
  }

  paint() {
    if (!this.show.paint()) drawStrokes(this.canvas, this.strokes);
    this.hint.hidden = this.strokes.length > 0;
    this.undragged.show();
    this.buttons.undo.disabled = !this.past.length;
    this.buttons.redo.disabled = !this.future.length;
    this.buttons.clear.disabled = !this.strokes.length;
  }

  remove() {
    this.stopHearing();
    this.observer.disconnect();
    this.stopPreset();
    this.courier.remove();
  }
}
