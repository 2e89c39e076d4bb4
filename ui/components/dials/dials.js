// The dials: the code goes to the page while the hand moves, and the picture decoded from it comes back as bytes.

const SEND_EVERY = 30; // milliseconds at least between two live codes
const boards = new WeakMap();

export default function ({ parentElement, data, setStateValue }) {
  if (!boards.has(parentElement)) boards.set(parentElement, new Board(parentElement));
  const board = boards.get(parentElement);
  board.setStateValue = setStateValue;
  board.hear(readMessage(data));
  return () => {
    board.remove();
    boards.delete(parentElement);
  };
}

class Board {
  constructor(root) {
    this.board = root.querySelector(".board");
    this.picture = root.querySelector(".seen canvas");
    this.sliders = root.querySelector(".sliders");
    this.caption = root.querySelector(".along b");
    this.strip = root.querySelector(".strip");
    this.courier = new Courier(SEND_EVERY, (serial, live) => this.deliver(serial, live));
    root.querySelector("[data-do=back]").onclick = () => this.turnAll(this.start);
    root.querySelector("[data-do=zero]").onclick = () => this.turnAll(this.start.map(() => 0));
  }

  hear({ header, arrays }) {
    if (header.origin !== this.origin) this.begin(header);
    const colours = palette(this.board);
    paintInk(this.picture, arrays.picture, 28, 28, colours);
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
    this.sliders.replaceChildren(...header.dials.map((dial) => this.makeDial(dial, header.reach)));
    this.values.forEach((_, dimension) => this.show(dimension));
  }

  makeDial(dial, reach) {
    const name = `Number ${dial.dimension + 1}`;
    const label = document.createElement("label");
    label.className = dial.dead ? "dial dead" : "dial";
    const text = make("span", "name", name);
    text.append(make("small", "", dial.dead ? "carries nothing" : dial.facts));
    const input = Object.assign(make("input"), { type: "range", min: -reach, max: reach, step: 0.01 });
    input.dataset.testid = `dial-${dial.dimension}`;
    input.setAttribute("aria-label", `${name}, ${dial.dead ? "carries nothing" : dial.facts}`);
    input.oninput = () => this.turn(dial.dimension, Number(input.value), true);
    input.onchange = () => this.turn(dial.dimension, Number(input.value), false);
    const bar = make("span", "bar");
    bar.append(make("i"));
    bar.firstChild.style.width = `${100 * dial.share}%`;
    const output = make("output");
    this.inputs[dial.dimension] = { input, output };
    label.append(text, output, input, bar);
    return label;
  }

  turn(dimension, value, live) {
    this.values[dimension] = value;
    this.show(dimension);
    this.courier.send(live);
  }

  turnAll(values) {
    this.values = [...values];
    this.values.forEach((_, dimension) => this.show(dimension));
    this.courier.send(false);
  }

  show(dimension) {
    const { input, output } = this.inputs[dimension];
    input.value = this.values[dimension];
    output.textContent = this.values[dimension].toFixed(2);
    this.mark();
  }

  deliver(serial, live) {
    this.setStateValue("turned", { origin: this.origin, values: [...this.values], live, serial });
  }

  paintStrip({ dimension, values }, bytes, colours) {
    if (this.strip.children.length !== values.length) {
      this.strip.replaceChildren(...values.map(() => make("button", "")));
      for (const button of this.strip.children) button.append(make("canvas"), make("span"));
    }
    this.along = { dimension, values };
    this.caption.textContent = `Number ${dimension + 1} from end to end, the others as they stand`;
    values.forEach((value, index) => {
      const button = this.strip.children[index];
      const [canvas, text] = button.children;
      button.type = "button";
      button.dataset.testid = `strip-${index}`;
      button.setAttribute("aria-label", `Set number ${dimension + 1} to ${value.toFixed(1)}`);
      button.onclick = () => this.turn(dimension, value, false);
      text.textContent = value.toFixed(1);
      paintInk(canvas, bytes.subarray(index * 784, (index + 1) * 784), 28, 28, colours);
    });
    this.mark();
  }

  /** Mark the picture of the strip that comes nearest to where its dial stands. */
  mark() {
    if (!this.along) return;
    const { dimension, values } = this.along;
    const distances = values.map((value) => Math.abs(value - this.values[dimension]));
    const nearest = distances.indexOf(Math.min(...distances));
    [...this.strip.children].forEach((button, index) => button.classList.toggle("here", index === nearest));
  }

  remove() {
    this.courier.remove();
  }
}

function make(tag, className = "", text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
