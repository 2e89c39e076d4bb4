// The spoiler: it spoils the picture by the page's own random fields while the hand moves, and tells the page.

const SEND_EVERY = 40; // milliseconds at least between two live states
const NEAREST = 12; // thousandths of the side between two points of a scribble
const spoilers = new WeakMap();

export default function ({ parentElement, data, setStateValue }) {
  if (!spoilers.has(parentElement)) spoilers.set(parentElement, new Spoiler(parentElement));
  const spoiler = spoilers.get(parentElement);
  spoiler.setStateValue = setStateValue;
  spoiler.take(readMessage(data));
  return () => {
    spoiler.remove();
    spoilers.delete(parentElement);
  };
}

class Spoiler {
  constructor(root) {
    this.root = root.querySelector(".spoil");
    this.canvas = root.querySelector("canvas");
    this.rows = root.querySelector(".layers");
    this.status = root.querySelector("[role=status]");
    this.buttons = Object.fromEntries([...root.querySelectorAll("[data-do]")].map((b) => [b.dataset.do, b]));
    this.courier = new Courier(SEND_EVERY, (serial, live) => this.deliver(serial, live), "spoil-answered");
    for (const [name, button] of Object.entries(this.buttons)) button.onclick = () => this[name]();
    const { canvas } = this;
    canvas.onpointerdown = (event) => this.start(event);
    canvas.onpointermove = (event) => this.move(event);
    canvas.onpointerup = canvas.onpointercancel = canvas.onlostpointercapture = (event) => this.end(event);
  }

  /** Take what the page says; amounts and strokes only where they are news, for the hand may be ahead of the page. */
  take({ header, arrays }) {
    Object.assign(this, { header, clean: arrays.clean, colours: palette(this.canvas) });
    const size = SIDE * SIDE;
    this.fields = header.drawn.map((_, index) => arrays.fields.subarray(index * size, (index + 1) * size));
    if (header.version !== this.version) {
      this.version = header.version;
      this.layers = header.layers.map(([kind, amount]) => ({ kind, amount }));
      this.strokes = header.strokes;
      this.arrange();
    }
    this.paint();
    this.root.dataset.ready = "true";
  }

  /** The picture as the layers spoil it; null as long as the page has not drawn the noise for them. */
  spoilt() {
    const { kinds, drawn, pen } = this.header;
    const random = this.layers.filter(({ kind }) => kinds[kind].random);
    if (random.map(({ kind }) => kind).join() !== drawn.join()) return null;
    const scribble = this.layers.some(isScribble) ? coverage(this.strokes, pen) : null;
    return this.layers.reduce((picture, layer) => {
      const field = kinds[layer.kind].random ? this.fields[random.indexOf(layer)] : scribble;
      return RULES[layer.kind](picture, layer.amount, field);
    }, this.clean);
  }

  paint() {
    const picture = this.spoilt();
    if (!picture) return;
    const bytes = Uint8Array.from(picture, (value) => Math.round(Math.min(1, Math.max(0, value)) * 255));
    paintInk(this.canvas, bytes, SIDE, SIDE, this.colours);
  }

  /** Make the rows anew, one for each layer; what had the keyboard's focus keeps it. */
  arrange() {
    const focused = this.root.getRootNode().activeElement?.ariaLabel;
    this.rows.replaceChildren(...this.layers.map((layer, index) => this.row(layer, index)));
    [...this.rows.querySelectorAll("[aria-label]")].find(({ ariaLabel }) => ariaLabel === focused)?.focus();
    const scribbled = this.strokes.length > 0;
    this.root.querySelector(".hint").hidden = scribbled;
    this.buttons.undo.hidden = this.buttons.clear.hidden = !scribbled;
    this.buttons.add.disabled = this.layers.length >= this.header.most;
  }

  row(layer, index) {
    const { kinds } = this.header;
    const { title, text, most, step } = kinds[layer.kind];
    const choice = make("select", { ariaLabel: `What spoils it, step ${index + 1}` });
    choice.append(...Object.entries(kinds).map(([value, kind]) => make("option", { value, textContent: kind.title })));
    choice.value = layer.kind;
    choice.onchange = () => this.change(index, { kind: choice.value, amount: kinds[choice.value].usual });
    const range = make("input", { type: "range", min: 0, max: most, step, ariaLabel: `Amount: ${title}` });
    range.value = layer.amount;
    range.dataset.testid = `amount-${index}`;
    const number = make("output", { textContent: layer.amount.toFixed(2) });
    range.oninput = () => {
      layer.amount = Number(Number(range.value).toFixed(2));
      number.textContent = layer.amount.toFixed(2);
      this.paint();
      this.courier.send(true);
    };
    range.onchange = () => this.courier.send(false);
    const order = make("div", { className: "order" });
    const earlier = make("button", { type: "button", textContent: "↑", title: "Earlier", disabled: index === 0 });
    earlier.ariaLabel = `${title}: earlier`;
    earlier.onclick = () => this.change(index - 1, layer, this.layers[index - 1]);
    const away = make("button", { type: "button", textContent: "✕", title: "Take it away" });
    away.ariaLabel = `${title}: take it away`;
    away.onclick = () => this.change(index);
    order.append(earlier, away);
    const row = make("li", { className: "layer" });
    row.append(choice, order, range, number, make("p", { textContent: text }));
    return row;
  }

  /** Put layers in the place of those that stand from a position on, as many as are given; none takes one away. */
  change(position, ...layers) {
    this.layers.splice(position, layers.length || 1, ...layers);
    this.settle();
  }

  add() {
    const { kinds } = this.header;
    const used = new Set([...this.layers.map(({ kind }) => kind), "scribble"]);
    const kind = Object.keys(kinds).find((name) => !used.has(name));
    this.layers.push({ kind, amount: kinds[kind].usual });
    this.settle();
  }

  undo() {
    this.strokes = this.strokes.slice(0, -1);
    this.settle();
  }

  clear() {
    this.strokes = [];
    this.settle();
  }

  settle() {
    if (!this.layers.some(isScribble)) this.strokes = [];
    this.arrange();
    this.paint();
    this.courier.send(false);
  }

  start(event) {
    if (event.button !== 0 || this.stroke) return;
    event.preventDefault();
    if (!this.layers.some(isScribble)) {
      if (this.layers.length >= this.header.most) {
        this.status.textContent = `${this.header.most} ways to spoil it are the most. Take one away to scribble.`;
        return;
      }
      this.layers.push({ kind: "scribble", amount: 1 });
    }
    this.canvas.setPointerCapture(event.pointerId);
    this.pointer = event.pointerId;
    this.stroke = this.place(event);
    this.strokes = [...this.strokes, this.stroke];
    this.arrange();
    this.paint();
    this.courier.send(true);
  }

  move(event) {
    if (!this.stroke || event.pointerId !== this.pointer) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length ? events : [event]) {
      const [x, y] = this.place(each);
      const [lastX, lastY] = this.stroke.slice(-2);
      if (Math.hypot(x - lastX, y - lastY) >= NEAREST) this.stroke.push(x, y);
    }
    this.paint();
    this.courier.send(true);
  }

  end(event) {
    if (!this.stroke || event.pointerId !== this.pointer) return;
    this.stroke = null;
    this.courier.send(false);
  }

  place(event) {
    const box = this.canvas.getBoundingClientRect();
    const inside = (value) => Math.round(Math.min(1, Math.max(0, value)) * STROKE_UNITS);
    return [inside((event.clientX - box.left) / box.width), inside((event.clientY - box.top) / box.height)];
  }

  deliver(serial, live) {
    const text = this.layers.map(({ kind, amount }) => `${kind}:${amount}`).join() || this.header.nothing;
    const strokes = this.strokes.map((stroke) => [...stroke]);
    this.setStateValue("spoiling", { text, strokes, live, serial, version: this.version });
  }

  remove() {
    this.courier.remove();
  }
}

function isScribble({ kind }) {
  return kind === "scribble";
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
