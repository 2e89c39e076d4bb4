// A walk through latent space: twelve pictures of it, and a player that moves the point on the plane along it.

const FRAMES = 12;
const LEG_SECONDS = 2.5; // from one stop to the next at normal speed
const walks = new WeakMap();

export default function (component) {
  const { parentElement, data, setStateValue } = component;
  if (!walks.has(parentElement)) walks.set(parentElement, new Walk(parentElement));
  const walk = walks.get(parentElement);
  walk.setStateValue = setStateValue;
  walk.hear(readMessage(data).header);
  return () => {
    walk.remove();
    walks.delete(parentElement);
  };
}

class Walk {
  constructor(root) {
    this.root = root;
    this.buttons = Object.fromEntries([...root.querySelectorAll("[data-do]")].map((one) => [one.dataset.do, one]));
    this.ends = Object.fromEntries([...root.querySelectorAll("[data-end]")].map((one) => [one.dataset.end, one]));
    this.slider = root.querySelector("input[type=range]");
    this.speed = root.querySelector("[data-speed]");
    this.courses = [...root.querySelectorAll("[name=course]")];
    this.strip = root.querySelector(".strip");
    this.frames = Array.from({ length: FRAMES }, (_, index) => this.makeFrame(index));
    this.stops = [];
    this.listen();
    this.hearers = {
      "latent-model": ({ detail }) => detail === this.header?.model && this.paint(),
      "latent-stops": ({ detail }) => this.take(detail.stops, detail.spherical),
    };
    for (const [name, hearer] of Object.entries(this.hearers)) document.addEventListener(name, hearer);
  }

  remove() {
    for (const [name, hearer] of Object.entries(this.hearers)) document.removeEventListener(name, hearer);
    this.pause();
  }

  makeFrame(index) {
    const button = document.createElement("button");
    const canvas = document.createElement("canvas");
    Object.assign(button, { type: "button", onclick: () => this.goTo(index / (FRAMES - 1)) });
    button.setAttribute("aria-label", `Picture ${index + 1} of ${FRAMES}`);
    button.append(canvas);
    this.strip.append(button);
    return canvas;
  }

  listen() {
    this.buttons.go.onclick = () => {
      const codes = this.header.typical;
      this.change([codes[this.ends.from.value], codes[this.ends.to.value]], this.spherical);
      this.play();
    };
    this.buttons.clear.onclick = () => this.change([], this.spherical);
    this.buttons.play.onclick = () => (this.playing ? this.pause() : this.play());
    this.slider.oninput = () => {
      this.pause();
      this.show(this.slider.valueAsNumber);
    };
    for (const course of this.courses) course.onchange = () => this.change(this.stops, course.value === "circle");
  }

  hear(header) {
    const first = !this.header;
    this.header = header;
    this.sent ??= header.seen;
    if (first) {
      for (const [end, select] of Object.entries(this.ends)) {
        select.replaceChildren(...header.classes.map((name, label) => new Option(name, label)));
        select.value = header[end];
      }
    }
    this.colours = palette(this.root.querySelector(".walk"));
    if (header.seen === this.sent) this.take(header.stops, header.spherical);
    else this.paint();
  }

  /** Lay another walk, and tell the plane and the server. */
  change(stops, spherical) {
    document.dispatchEvent(new CustomEvent("latent-stops", { detail: { stops, spherical } }));
    this.sent += 1;
    this.setStateValue("walk", { stops, spherical, serial: this.sent });
  }

  take(stops, spherical) {
    Object.assign(this, { stops, spherical });
    for (const course of this.courses) course.checked = (course.value === "circle") === spherical;
    if (stops.length < 2) this.pause();
    this.paint();
  }

  at(share) {
    return courseAt(this.stops, share, this.spherical);
  }

  paint() {
    const ready = this.stops.length > 1;
    for (const one of [this.strip, this.slider.closest(".player")]) one.hidden = !ready;
    this.root.querySelector(".hint").hidden = ready;
    this.buttons.clear.disabled = !this.stops.length;
    const model = knownModels().get(this.header.model);
    if (!ready || !model?.decode) return;
    this.frames.forEach((canvas, index) => {
      const values = model.decode(this.at(index / (FRAMES - 1)));
      paintInk(canvas, Uint8Array.from(values, (value) => Math.min(255, Math.max(0, 255 * value + 0.5))), 28, 28, this.colours);
    });
    this.strip.dataset.ready = "true";
  }

  show(share) {
    this.share = share;
    this.slider.value = share;
    const near = Math.round(share * (FRAMES - 1));
    this.frames.forEach((canvas, index) => canvas.parentElement.classList.toggle("near", index === near));
    document.dispatchEvent(new CustomEvent("latent-visit", { detail: { z: this.at(share), stay: false } }));
  }

  goTo(share) {
    this.pause();
    this.show(share);
  }

  /** Walk to the end and back, again and again. */
  play() {
    if (this.stops.length < 2) return;
    this.pause();
    this.playing = true;
    this.relabel();
    let [place, last] = [this.share ?? 0, performance.now()];
    let way = 1;
    const step = (now) => {
      const legs = this.stops.length - 1;
      place += (way * Math.max(0, now - last) * Number(this.speed.value)) / (1000 * LEG_SECONDS * legs);
      last = now;
      if (place >= 1 || place <= 0) [place, way] = [Math.min(1, Math.max(0, place)), place >= 1 ? -1 : 1];
      this.show(place);
      this.frame = requestAnimationFrame(step);
    };
    this.frame = requestAnimationFrame(step);
  }

  pause() {
    cancelAnimationFrame(this.frame);
    this.playing = false;
    this.relabel();
  }

  relabel() {
    this.buttons.play.textContent = this.playing ? "❚❚ Pause" : "▶ Play";
    this.buttons.play.setAttribute("aria-label", this.playing ? "Pause the walk" : "Play the walk");
  }
}
