// The drawing pad: strokes in thousandths of its side, drawn as smooth curves, sent while the hand moves.

const SEND_EVERY = 100; // milliseconds at least between two live pictures
const BRUSH = 0.085; // of the side, like the strokes of MNIST
const PRESET_STEP = 16; // milliseconds between two points of a digit that draws itself
const pads = new WeakMap();

export default function (component) {
  const { parentElement, data, setStateValue } = component;
  if (!pads.has(parentElement)) pads.set(parentElement, new Pad(parentElement, data));
  const pad = pads.get(parentElement);
  pad.setStateValue = setStateValue;
  pad.live = data.live;
  pad.take(data);
  pad.paint();
  return () => {
    pad.remove();
    pads.delete(parentElement);
  };
}

class Pad {
  constructor(root, data) {
    this.canvas = root.querySelector("canvas");
    this.status = root.querySelector("[role=status]");
    this.hint = root.querySelector(".hint");
    this.buttons = Object.fromEntries([...root.querySelectorAll("[data-do]")].map((b) => [b.dataset.do, b]));
    this.strokes = data.strokes;
    this.given = data.given;
    this.past = [];
    this.future = [];
    this.stroke = null;
    this.courier = new Courier(SEND_EVERY, (serial, live) => this.deliver(serial, live), "digit-pad-answered");
    this.observer = new ResizeObserver(() => this.paint());
    this.observer.observe(this.canvas);
    this.listen();
    this.offerPresets(root.querySelector(".presets"), data.presets);
    this.paint();
    this.canvas.dataset.ready = "true";
  }

  listen() {
    const { canvas } = this;
    canvas.parentElement.onpointerdown = (event) => this.start(event); // rounded corners count as paper too
    canvas.onpointermove = (event) => this.move(event);
    canvas.onpointerup = canvas.onpointercancel = canvas.onlostpointercapture = (event) => this.end(event);
    canvas.onkeydown = (event) => this.key(event);
    for (const [name, button] of Object.entries(this.buttons)) button.onclick = () => this[name]();
  }

  offerPresets(row, presets) {
    this.presets = presets;
    for (const name of Object.keys(presets)) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.setAttribute("aria-label", `Draw a ${name} for me`);
      button.onclick = () => this.drawPreset(name);
      row.append(button);
    }
  }

  start(event) {
    if (event.button !== 0 || this.stroke) return;
    event.preventDefault();
    this.stopPreset();
    this.canvas.focus({ preventScroll: true });
    this.canvas.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.stroke = [...this.place(event)];
    this.commit([...this.strokes, this.stroke]);
    this.send(true);
  }

  move(event) {
    if (!this.stroke || event.pointerId !== this.pointer) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length ? events : [event]) {
      const [x, y] = this.place(each);
      const [lastX, lastY] = this.stroke.slice(-2);
      if (Math.hypot(x - lastX, y - lastY) >= 6) this.stroke.push(x, y);
    }
    this.paint();
    this.send(true);
  }

  end(event) {
    if (!this.stroke || event.pointerId !== this.pointer) return;
    this.stroke = null;
    this.send(false);
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    const inside = (value) => Math.round(Math.min(1, Math.max(0, value)) * 1000);
    return [inside((event.clientX - box.left) / box.width), inside((event.clientY - box.top) / box.height)];
  }

  key(event) {
    const command = event.ctrlKey || event.metaKey;
    const letter = event.key.toLowerCase();
    if (command && letter === "z") this[event.shiftKey ? "redo" : "undo"]();
    else if (command && letter === "y") this.redo();
    else if (event.key === "Delete" || event.key === "Backspace") this.clear();
    else if (!command && event.key in this.presets) this.drawPreset(event.key);
    else return;
    event.preventDefault();
  }

  /** Put strokes on the pad that the page hands over; the page knows them and needs no answer. */
  take({ strokes, given }) {
    if (given === this.given) return;
    this.stopPreset();
    this.courier.drop();
    this.given = given;
    this.stroke = null;
    this.commit(strokes);
    this.status.textContent = "Drawn for you.";
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
    to.push(this.strokes);
    this.strokes = from.pop();
    this.settle(message);
  }

  clear() {
    this.stopPreset();
    if (!this.strokes.length) return;
    this.commit([]);
    this.settle("Cleared.");
  }

  settle(message) {
    this.status.textContent = message;
    this.paint();
    this.send(false);
  }

  drawPreset(name) {
    this.stopPreset();
    const goal = this.presets[name];
    this.goal = goal;
    this.commit([]);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (still) {
      this.stopPreset();
      this.settle(`A ${name}.`);
      return;
    }
    let points = 0;
    const total = goal.reduce((sum, stroke) => sum + stroke.length / 2, 0);
    this.animation = setInterval(() => {
      points += 1;
      this.strokes = firstPoints(goal, points);
      this.paint();
      if (points >= total) {
        this.stopPreset();
        this.settle(`A ${name}.`);
      } else this.send(true);
    }, PRESET_STEP);
  }

  /** Stop a digit that draws itself; it counts as drawn to its end. */
  stopPreset() {
    clearInterval(this.animation);
    if (this.goal) this.strokes = this.goal;
    this.goal = null;
  }

  /** The strokes have changed: tell the page at once, and the server too where it is to follow every stroke. */
  send(live) {
    document.dispatchEvent(new CustomEvent("digit-pad-drawn", { detail: this.strokes }));
    if (this.live || !live) this.courier.send(live);
  }

  deliver(serial, live) {
    const strokes = this.strokes.map((stroke) => [...stroke]);
    this.setStateValue("drawing", { strokes, live, serial, given: this.given });
  }

  paint() {
    const { canvas } = this;
    const side = Math.round(canvas.clientWidth * devicePixelRatio);
    if (!side) return;
    if (canvas.width !== side) canvas.width = canvas.height = side;
    const context = canvas.getContext("2d");
    context.clearRect(0, 0, side, side);
    context.strokeStyle = context.fillStyle = getComputedStyle(canvas).color;
    context.lineWidth = BRUSH * side;
    context.lineCap = context.lineJoin = "round";
    for (const stroke of this.strokes) drawStroke(context, stroke, side / 1000);
    this.hint.hidden = this.strokes.length > 0;
    this.buttons.undo.disabled = !this.past.length;
    this.buttons.redo.disabled = !this.future.length;
    this.buttons.clear.disabled = !this.strokes.length;
  }

  remove() {
    this.observer.disconnect();
    this.stopPreset();
    this.courier.remove();
  }
}

/** A smooth curve through the middles between neighbouring points; a dot for a tap. */
function drawStroke(context, stroke, scale) {
  const at = (index) => stroke[index] * scale;
  context.beginPath();
  if (stroke.length === 2) {
    context.arc(at(0), at(1), context.lineWidth / 2, 0, 2 * Math.PI);
    context.fill();
    return;
  }
  context.moveTo(at(0), at(1));
  for (let index = 2; index + 3 < stroke.length; index += 2) {
    const middleX = (at(index) + at(index + 2)) / 2;
    const middleY = (at(index + 1) + at(index + 3)) / 2;
    context.quadraticCurveTo(at(index), at(index + 1), middleX, middleY);
  }
  context.lineTo(at(stroke.length - 2), at(stroke.length - 1));
  context.stroke();
}

function firstPoints(strokes, count) {
  const begun = [];
  for (const stroke of strokes) {
    if (count <= 0) break;
    begun.push(stroke.slice(0, 2 * count));
    count -= stroke.length / 2;
  }
  return begun;
}
