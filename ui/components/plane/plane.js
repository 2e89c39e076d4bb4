// The latent plane: what the hand touches is decoded at once, in the page; the server hears of it when the hand rests.

const DRAWS = 24;
const DRAW_SHOWN = 90; // milliseconds
const planes = new WeakMap();

export default function (component) {
  const { parentElement, data, setStateValue } = component;
  if (!planes.has(parentElement)) planes.set(parentElement, new Plane(parentElement));
  const plane = planes.get(parentElement);
  plane.setStateValue = setStateValue;
  plane.hear(readMessage(data));
  return () => {
    plane.remove();
    planes.delete(parentElement);
  };
}

const rounded = (point) => point.map((value) => Math.round(value * 1000) / 1000);
const same = (one, other) => one.every((value, axis) => value === other[axis]);

class Plane extends Board {
  constructor(root) {
    super(root.querySelector(".map"));
    this.panel = new Panel(root, this);
    this.hand = new Hand(this.canvas, this);
    this.stops = this.way = this.draws = [];
    this.dice = new Dice();
    this.listeners = {
      "latent-model": ({ detail }) => detail === this.header.model && this.meetModel(),
      "digit-pad-drawn": ({ detail }) => this.encode(detail),
      "latent-visit": ({ detail }) => this.visit(detail),
      "latent-stops": ({ detail }) => this.setStops(detail.stops, detail.spherical),
    };
    for (const [name, listener] of Object.entries(this.listeners)) document.addEventListener(name, listener);
  }

  remove() {
    for (const [name, listener] of Object.entries(this.listeners)) document.removeEventListener(name, listener);
    this.observer.disconnect();
    this.stopTrembling();
    cancelAnimationFrame(this.frame);
  }

  get model() {
    return knownModels().get(this.header.model);
  }

  /** The place that is shown: under the pointer, or where the point was put. */
  get place() {
    return this.hovered ?? this.point;
  }

  /** Take a message from Python; it moves the point only if it knows of everything that was done here. */
  hear({ header, arrays }) {
    if (this.header?.model !== header.model) {
      Object.assign(this, { home: header.home, view: { ...header.home }, draws: [], sent: this.sent ?? header.seen });
    }
    Object.assign(this, { header, arrays, posterior: header.posterior, walking: header.walking });
    if (header.seen === this.sent && !this.hand.held) {
      this.point = this.answered = header.point ?? rounded(header.posterior.mean);
      this.setStops(header.stops, header.spherical);
    }
    this.retint();
    this.panel.show(header, arrays);
    this.meetModel();
  }

  meetModel() {
    if (!this.model?.decode) return;
    this.mosaic.show(this.model, this.home);
    this.canvas.dataset.ready = "true";
    this.refresh(true);
  }

  paintTop(context, scale) {
    super.paintTop(context, scale);
    if (!this.model?.decode) return;
    const { place, header, panel } = this;
    const sent = !this.model.exact && same(place, header.decoded);
    panel.decoded.dataset.exact = String(sent || this.model.exact);
    panel.showDecoded(sent ? this.arrays.decoded : this.model.decode(place), place, this.colours);
    panel.showNear(this.nearest(place), header.classes);
  }

  hover(place) {
    this.hovered = place && this.scale().back(...place);
    this.refresh();
  }

  take(place) {
    this.stopTrembling();
    this.hovered = null;
    this.mosaic.resting = true;
    this.point = this.scale().back(...place);
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
    this.hovered = null;
    const { view } = this;
    this.point = [this.point[0] + right * 2 * view.half, this.point[1] + up * 2 * view.half];
    const beyond = Math.max(Math.abs(this.point[0] - view.x), Math.abs(this.point[1] - view.y)) > view.half;
    if (beyond) Object.assign(view, { x: this.point[0], y: this.point[1] });
    this.refresh(beyond);
  }

  put(point) {
    this.stopTrembling();
    this.hovered = null;
    this.point = point;
    this.release();
  }

  /** The hand rests: tell the server where the point is, if that is news. */
  release() {
    this.point = rounded(this.point);
    this.rest();
    if (!same(this.point, this.answered)) this.tell();
  }

  addStop() {
    this.point = rounded(this.point);
    const stops = [...this.stops, this.point].slice(-this.header.most_stops);
    document.dispatchEvent(new CustomEvent("latent-stops", { detail: { stops, spherical: this.spherical } }));
    this.rest();
    this.tell();
  }

  tell() {
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
    const ink = this.model?.encode && inkOf(strokes);
    if (!ink) return;
    const code = [...this.model.encode(ink)];
    const deviation = this.header.prior ? code.slice(2).map((each) => Math.exp(each / 2)) : null;
    this.posterior = { mean: code.slice(0, 2), deviation };
    this.draws = [];
    this.stopTrembling();
    this.point = this.answered = rounded(this.posterior.mean);
    this.panel.showInput(ink.map((value) => Math.round(255 * value)), this.posterior);
    this.refresh();
  }

  /** Draw from the input's posterior and show what each draw decodes to, one after the other. */
  resample() {
    this.stopTrembling();
    const { mean, deviation } = this.posterior;
    this.draws = Array.from({ length: DRAWS }, () => mean.map((each, axis) => each + deviation[axis] * this.dice.normal()));
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const waiting = still ? this.draws.slice(-1) : [...this.draws];
    this.hovered = waiting.shift();
    this.refresh();
    this.trembling = setInterval(() => {
      this.hovered = waiting.shift() ?? null;
      this.refresh();
      if (!this.hovered) this.stopTrembling();
    }, still ? 1000 : DRAW_SHOWN);
  }

  stopTrembling() {
    if (this.trembling) this.hovered = null;
    this.trembling = clearInterval(this.trembling);
  }
}
