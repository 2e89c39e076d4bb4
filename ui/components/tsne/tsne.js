// t-SNE under the student's eyes: a worker moves the points, this side paints them and says what is going on.

const boards = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  if (!boards.has(parentElement)) boards.set(parentElement, new Board(parentElement));
  const board = boards.get(parentElement);
  board.setTriggerValue = setTriggerValue;
  board.hear(readMessage(data).header);
  return () => {
    board.remove();
    boards.delete(parentElement);
  };
}

class Board {
  constructor(parentElement) {
    this.root = parentElement.querySelector(".tsne");
    this.panel = new Panel(parentElement);
    this.canvas = this.root.querySelector(".map");
    this.hidden = new Set();
    this.earlier = globalThis.tsneEarlier ?? []; // of an earlier visit to this page
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    Object.assign(this, { serial: 0, pointed: -1, arrived: [], frame: 0, painted: 0 });
    this.worker = startWorker((message) => this.receive(message));
    this.arrive = ({ detail }) => this.state === "waiting" && detail === this.header.material && this.begin();
    document.addEventListener("tsne-codes", this.arrive);
    this.observer = new ResizeObserver(() => this.header && this.repaint());
    this.observer.observe(this.canvas);
    this.panel.listen(this);
    followPointer(this);
  }

  remove() {
    this.keep();
    globalThis.tsneEarlier = this.earlier;
    this.worker.terminate();
    this.observer.disconnect();
    cancelAnimationFrame(this.frame);
    document.removeEventListener("tsne-codes", this.arrive);
  }

  /** Take in what the page says; only other codes or other settings begin a new run. */
  hear(header) {
    const before = this.header;
    this.colours = palette(this.root);
    const same = before && before.material === header.material && equal(before.settings, header.settings);
    if (same) {
      this.header = header;
      this.repaint();
      return;
    }
    this.keep();
    this.notice = before ? changes(before, header) : "";
    this.wished = this.wished || Boolean(before && this.state !== "ready" && this.state !== "waiting");
    this.header = header;
    this.panel.offer(header);
    this.begin();
  }

  /** Put all points back to their start; runs on if that is wished. */
  begin() {
    this.worker.postMessage({ order: "pause", serial: this.serial });
    this.serial += 1;
    this.material = globalThis.tsneCodes?.get(this.header.material);
    if (!this.material) {
      this.turn("waiting");
      return;
    }
    const { settings, names } = this.header;
    this.rows = byClass(this.material.labels, names.length);
    this.labels = settings.noise ? null : this.material.labels;
    this.among = settings.noise ? null : measure(this.material.codes, this.material.columns, this.rows);
    Object.assign(this, { costs: [], arrived: [], pointed: -1, facts: null });
    const { codes, columns } = this.material;
    this.worker.postMessage({ order: "begin", serial: this.serial, material: this.header.material, codes, columns, settings });
    this.panel.newClasses(this);
    if (this.wished) this.order("run");
    else this.turn("ready");
    this.wished = false;
  }

  order(order) {
    if (order === "pause") this.turn("pausing");
    else this.turn(this.facts?.prepared ? "running" : "preparing");
    this.worker.postMessage({ order, serial: this.serial });
  }

  anew() {
    this.keep();
    this.wished = ["running", "preparing", "finished"].includes(this.state);
    this.notice = "Begun anew from the same start.";
    this.begin();
  }

  /** Run again with another perplexity, or on noise; the page changes its controls and so begins the new run. */
  again(perplexity, noise) {
    this.wished = true;
    this.canvas.scrollIntoView({ block: "center", behavior: this.still.matches ? "auto" : "smooth" });
    if (perplexity === this.header.settings.perplexity && noise === this.header.settings.noise) {
      this.keep();
      this.begin();
    } else this.setTriggerValue("again", { perplexity, noise });
  }

  receive(message) {
    if (message.serial !== this.serial) return;
    if (message.share !== undefined) this.panel.searching(this, message.share);
    else if (!message.places) this.turn("paused");
    else {
      this.arrived.push(message);
      const due = this.still.matches && !message.paused ? 500 - (performance.now() - this.painted) : 0;
      if (due > 0) this.takeIn();
      else this.frame ||= requestAnimationFrame(() => this.show());
    }
  }

  /** Paint the next map that has come in; when the run stands still, the last one. */
  show() {
    this.frame = 0;
    if (!this.arrived.length) return;
    const stopped = this.arrived.at(-1).paused || this.arrived.at(-1).ready;
    do this.takeIn();
    while (stopped && this.arrived.length);
    this.painted = performance.now();
    this.repaint();
    if (this.facts.paused) this.turn(this.facts.finished ? "finished" : "paused");
    else if (!this.facts.ready && this.state !== "pausing") this.turn("running");
    if (this.arrived.length) this.frame = requestAnimationFrame(() => this.show());
  }

  takeIn() {
    const { places, ...facts } = this.arrived.shift();
    this.places = places.slice();
    this.facts = { ...facts, prepared: !facts.ready };
    if (facts.cost !== undefined && this.costs.at(-1)?.[0] !== facts.iteration) this.costs.push([facts.iteration, facts.cost]);
    this.worker.postMessage({ order: "back", serial: this.serial, sheet: places }, [places.buffer]);
  }

  repaint() {
    if (!this.places || !this.facts) return;
    paintMap(this.canvas, this, this.pointed);
    this.panel.show(this);
  }

  turn(state) {
    this.state = state;
    this.panel.turn(this);
  }

  /** Keep the map that is about to go, if it has got past early exaggeration. */
  keep() {
    if (!this.facts || this.facts.iteration <= EXAGGERATED) return;
    const { settings, title } = this.header;
    const [iteration, cost] = this.costs.at(-1);
    this.earlier = remember(this.earlier, { places: this.places, labels: this.labels, settings, title, iteration, cost });
  }
}

function startWorker(receive) {
  const address = URL.createObjectURL(new Blob([WORKER_SOURCE], { type: "text/javascript" }));
  const worker = new Worker(address);
  URL.revokeObjectURL(address);
  worker.onmessage = ({ data }) => receive(data);
  return worker;
}

function equal(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Say what has changed, in words. */
function changes(before, after) {
  const said = Object.entries(after.settings)
    .filter(([key, value]) => value !== before.settings[key])
    .map(([key, value]) => (key === "noise" ? (value ? "pure noise" : "the codes again") : `${WORDS[key]} ${value}`));
  if (before.material !== after.material) said.unshift(before.title === after.title ? `${after.count.toLocaleString("en")} codes` : after.title);
  return `Begun anew: ${said.join(", ")}.`;
}
