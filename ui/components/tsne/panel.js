// All that stands around the map: buttons, numbers, classes, the measures of the caveats, the earlier maps.

const WORDS = { perplexity: "perplexity", exaggeration: "early exaggeration", rate: "learning rate", start: "start", seed: "seed" };
const PERPLEXITIES = [2, 5, 10, 30, 50, 100];
const NEXT = { 30: 5, 5: 100, 100: 2, 2: 50, 50: 10, 10: 30 };
const MEASURE_EVERY = 250; // milliseconds
const COLUMNS = { ArrowLeft: -1, ArrowRight: 1 };

class Panel {
  constructor(parentElement) {
    this.part = (name) => parentElement.querySelector(`.${name}`);
    this.find = (name) => parentElement.querySelector(`[data-testid=tsne-${name}]`);
    this.all = (name) => parentElement.querySelectorAll(name);
    this.root = this.part("tsne");
    this.measured = 0;
    for (const name of ["other", "quiet"]) this.part(name).append(...PERPLEXITIES.map((value) => new Option(value, value)));
    this.part("quiet").value = 2;
  }

  listen(board) {
    this.part("run").onclick = () => {
      board.notice = "";
      board.order(["running", "preparing"].includes(board.state) ? "pause" : "run");
    };
    this.part("step").onclick = () => board.order("step");
    this.part("anew").onclick = () => board.anew();
    this.part("again").onclick = () => board.again(Number(this.part("other").value), false);
    this.part("noise").onclick = () => board.again(Number(this.part("quiet").value), true);
    const name = () => `tsne_perplexity_${board.header.settings.perplexity}_seed_${board.header.settings.seed}`;
    const caption = () => [...describe({ ...board.header, places: board.places }), `cost ${this.part("now").textContent}`].join(" · ");
    this.part("picture").onclick = () => savePicture(board.canvas, board.colours, caption(), name());
    this.part("table").onclick = () => saveTable(board, board.header.names, name());
  }

  /** Offer as the other perplexity one that is not on now. */
  offer({ settings, facts, count }) {
    this.part("other").value = NEXT[settings.perplexity] ?? 30;
    const noise = `Here are ${count.toLocaleString("en")} points of pure noise: every number is drawn from the standard normal.`;
    this.part("facts").textContent = settings.noise ? noise : facts;
  }

  newClasses(board) {
    const { names, settings } = board.header;
    for (const each of this.all(".classed")) each.hidden = settings.noise;
    this.part("classes").hidden = settings.noise;
    if (!equal(this.names, names)) board.hidden.clear();
    this.names = names;
    this.part("classes").replaceChildren(...names.map((name, label) => this.makeClass(board, name, label)));
  }

  makeClass(board, name, label) {
    const button = Object.assign(document.createElement("button"), { type: "button", title: `Show or hide ${name}` });
    const dot = document.createElement("i");
    dot.style.background = CLASS_COLOURS[label];
    button.append(dot, name);
    const press = () => button.setAttribute("aria-pressed", String(!board.hidden.has(label)));
    press();
    button.onclick = () => {
      if (!board.hidden.delete(label)) board.hidden.add(label);
      press();
      board.repaint();
    };
    return button;
  }

  searching(board, share) {
    if (share === 1 && board.facts) board.facts.prepared = true;
    const per_cent = Math.round(100 * share);
    this.part("search").firstElementChild.style.width = `${per_cent}%`;
    this.part("search").setAttribute("aria-valuenow", per_cent);
  }

  /** Say what state the run is in. */
  turn({ root, state, notice = "", facts, header }) {
    root.dataset.state = state;
    const neighbours = 3 * header.settings.perplexity;
    const said = {
      waiting: "The codes are on their way …",
      ready: "Ready. Everything happens in your browser; nothing is sent.",
      preparing: `Looking for the ${neighbours} nearest neighbours of every one, exactly …`,
      running: "Running: one iteration for every picture that the screen shows.",
      pausing: "Pausing …",
      paused: `Paused after ${facts?.iteration ?? 0} iterations.`,
      finished: "Finished. Point at dots, or run it again with other settings. “Run on” adds 250 iterations.",
    };
    const going = ["running", "preparing"].includes(state);
    this.part("said").textContent = going || state === "ready" ? `${notice} ${said[state]}`.trim() : said[state];
    this.part("run").textContent = going ? "Pause" : state === "finished" ? "Run on" : "Run";
    for (const name of ["run", "step", "anew"]) this.part(name).disabled = state === "waiting";
  }

  show(board) {
    const { facts, header, costs, places, canvas, root } = board;
    const { iteration, exaggerating } = facts;
    Object.assign(root.dataset, { iteration, ready: "true" });
    root.classList.toggle("early", exaggerating);
    this.part("iteration").textContent = `${iteration} of ${Math.max(750, iteration)}`;
    this.part("phase").textContent = exaggerating ? `early exaggeration × ${header.settings.exaggeration}` : "free, no exaggeration";
    this.part("now").textContent = costs.length ? costs.at(-1)[1].toFixed(4) : "–";
    this.part("width").textContent = inShort(2 * around(places).half);
    canvas.setAttribute("aria-label", `Map of ${places.length / 2} points after ${iteration} iterations of t-SNE.`);
    if (costs !== this.drawn || costs.length !== this.points || facts.paused) drawCost(this.part("curve"), costs);
    Object.assign(this, { drawn: costs, points: costs.length });
    if (facts.paused || facts.ready || performance.now() - this.measured > MEASURE_EVERY) this.measure(board);
  }

  measure({ among, places, rows, header, earlier, colours }) {
    this.measured = performance.now();
    if (among) {
      const map = measure(places, 2, rows);
      showSpreads(this.find("spreads").tBodies[0], this.find("worst"), header.names, among.spreads, map.spreads);
      showDistances(this.find("pairs"), this.find("rank"), among.distances, map.distances);
    }
    this.part("kept-words").textContent = earlier.length
      ? "Earlier maps. Compare shapes, not costs: a cost can only be held against another of the same perplexity and points."
      : "A map that got past early exaggeration is kept here when another run begins; the last six stand side by side.";
    if (this.shown !== earlier || this.tint !== colours) showEarlier(this.part("earlier"), earlier, colours);
    Object.assign(this, { shown: earlier, tint: colours });
  }
}

/** Write a length in about two digits. */
function inShort(value) {
  return value < 10 ? value.toPrecision(2) : value.toFixed(0);
}

/** Say which dot is pointed at, by mouse, pen, finger or the arrow keys. */
function followPointer(board) {
  const { canvas } = board;
  const tip = canvas.nextElementSibling;
  const show = (pointed) => {
    board.pointed = pointed;
    board.root.dataset.pointed = pointed;
    tip.hidden = pointed < 0;
    if (!board.facts) return;
    paintMap(canvas, board, pointed);
    if (pointed < 0) return;
    const name = board.labels && board.header.names[board.labels[pointed]];
    tip.textContent = name ? `Row ${pointed}: ${name}` : `Point ${pointed}: pure noise`;
  };
  canvas.onpointermove = canvas.onpointerdown = (event) => {
    if (!board.places) return;
    show(dotAt(canvas, board, event.offsetX, event.offsetY));
    const leftwards = event.offsetX > canvas.clientWidth / 2;
    const beside = leftwards ? { left: "", right: `${canvas.clientWidth - event.offsetX + 14}px` } : { right: "", left: `${event.offsetX + 14}px` };
    Object.assign(tip.style, { ...beside, top: `${Math.max(4, event.offsetY - 34)}px` });
  };
  canvas.onpointerleave = canvas.onblur = () => show(-1);
  canvas.onkeydown = (event) => {
    if (!(event.key in COLUMNS) || !board.places) return;
    event.preventDefault();
    const count = board.places.length / 2;
    show((board.pointed + COLUMNS[event.key] + count) % count);
    Object.assign(tip.style, { left: "10px", right: "", top: "10px" });
  };
}
