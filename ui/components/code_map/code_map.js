// Maps of the same digits, one or two: what is pointed at, pinned or chosen in one shows in the other.

const GLIDE_MS = 600;
const REACH = 16; // CSS pixels within which a dot is pointed at
const FINGER_REACH = 26;
const HINT =
  "Point at a dot to see its picture; a click pins it. The wheel zooms, a drag moves, Shift and a drag select.";
const FINGER_HINT = "Touch a dot to see its picture and pin it. Two fingers zoom and move the map; “Lasso” selects.";
const atlases = new WeakMap();

export default function ({ parentElement, data, setStateValue }) {
  const newcomer = !atlases.has(parentElement);
  if (newcomer) atlases.set(parentElement, new Atlas(parentElement.querySelector(".all")));
  const atlas = atlases.get(parentElement);
  atlas.setStateValue = setStateValue;
  atlas.hear(readMessage(data));
  if (newcomer) document.dispatchEvent(new CustomEvent("atlas-asks"));
  return () => {
    atlas.remove();
    atlases.delete(parentElement);
  };
}

class Atlas extends Picture {
  constructor(root) {
    super(root);
    Object.assign(this, { pinned: -1, chosen: new Set(), lassoing: false });
    const button = (name, act) => (root.querySelector(`.${name}`).onclick = act);
    button("lasso", () => this.takeLasso(!this.lassoing));
    button("clear", () => this.choose([]));
    button("closer", () => this.zoom(1.4));
    button("farther", () => this.zoom(1 / 1.4));
    button("save", () => this.save());
    button("home", () => this.charts.forEach((chart) => this.goHome(chart)));
    this.moved = ({ detail }) => this.moveOwn(detail);
    document.addEventListener("atlas-own-moved", this.moved);
  }

  remove() {
    super.remove();
    document.removeEventListener("atlas-own-moved", this.moved);
  }

  /** The student's digit has settled: `told` says where, by model and projection. */
  moveOwn(told) {
    this.header.maps.forEach(({ model, projection }, index) => {
      const found = told.find((each) => each.model === model && each.projection === projection);
      if (found) this.header.own[index] = found.own;
    });
    this.hearOwn();
    this.refresh(true);
  }

  /** Take a message from Python; it changes what is pinned and chosen only if it knows of everything done here. */
  hear({ header, arrays }) {
    if (this.header && this.header.data !== header.data) this.pointed = -1;
    this.sent ??= header.seen;
    this.header = header;
    this.colours = palette(this.root);
    if (header.seen === this.sent) {
      this.pinned = header.pinned ?? -1;
      this.chosen = new Set(rowsOfBits(arrays.chosen));
    }
    this.buildMaps();
    this.tellPage();
    this.fetchAll();
  }

  async fetchAll() {
    const { maps, colour } = this.header;
    const wanted = JSON.stringify([maps, colour]);
    if (wanted === this.wanted) {
      this.hearOwn();
      this.refresh(true);
      return;
    }
    this.wanted = wanted;
    try {
      const [tint, ...found] = await Promise.all([
        piece(maps[0], `colour/${colour}`),
        ...maps.map((map) => piece(map, "places")),
      ]);
      if (this.wanted !== wanted) return;
      this.arrive(tint, found);
      const arrived = () => this.wanted === wanted && this.refresh();
      await this.card.load(this.header, arrived, (error) => this.complain(error));
    } catch (error) {
      if (this.wanted === wanted) this.complain(error);
    }
  }

  complain(error) {
    this.wanted = null;
    const trouble = this.root.querySelector(".trouble");
    trouble.hidden = false;
    trouble.textContent = `A part of the map could not be fetched. ${error.message}`;
  }

  rowAt(chart, [left, top], finger) {
    return chart.nearest(left, top, this.strengths, finger ? FINGER_REACH : REACH);
  }

  point(row, chart = null) {
    if (row === this.pointed && (chart === this.pointedOn || row < 0)) return;
    Object.assign(this, { pointed: row, pointedOn: chart });
    this.root.dataset.pointed = row;
    this.refresh();
  }

  step(chart, way) {
    const row = this.pointed >= 0 ? this.pointed : this.pinned;
    this.point(chart.towards(row, way, this.strengths), chart);
    if (this.pointed >= 0) this.say(this.nameOf(this.pointed));
  }

  /** Pin a row; the pinned one is let go. */
  pin(row) {
    if (row < 0) return;
    this.pinned = row === this.pinned ? -1 : row;
    this.tell();
  }

  choose(rows) {
    this.chosen = new Set(rows);
    this.tell();
  }

  escape() {
    if (this.line) this.endLasso(this.lassoOn, false);
    else if (this.lassoing) this.takeLasso(false);
    else if (this.chosen.size) this.choose([]);
    else if (this.pinned >= 0) this.pin(this.pinned);
  }

  takeLasso(taken) {
    this.lassoing = taken;
    this.root.querySelector(".lasso").setAttribute("aria-pressed", String(taken));
    this.root.classList.toggle("lassoing", taken);
  }

  startLasso(chart, place) {
    Object.assign(this, { lassoOn: chart, line: [place] });
    this.point(-1);
  }

  stretchLasso(place) {
    this.line?.push(place);
    this.refresh();
  }

  endLasso(chart, meant) {
    const line = this.line;
    this.line = null;
    if (!line || !meant || line.length < 3) return this.refresh();
    const places = chart.pixels();
    const rows = [...this.strengths.keys()].filter((row) => this.strengths[row] && within(line, places, row));
    this.takeLasso(false);
    this.choose(rows);
  }

  zoom(factor, chart = null) {
    for (const each of chart ? [chart] : this.charts) if (each.places) each.zoom(factor);
    this.refresh(true);
  }

  goHome(chart) {
    chart.goHome();
    this.refresh(true);
  }

  /** Something was pinned or chosen here: show it at once, and let Python hear of it. */
  tell() {
    this.sent += 1;
    this.header.rings = {};
    const { data } = this.header;
    const pinned = this.pinned < 0 ? null : this.pinned;
    this.setStateValue("hand", { data, pinned, chosen: [...this.chosen], serial: this.sent });
    this.tellPage();
    this.refresh(true);
  }

  /** Write on the page, for readers and for tests, what is pinned and chosen. */
  tellPage() {
    const { root, pinned, chosen } = this;
    Object.assign(root.dataset, { pinned, chosen: chosen.size, pointed: this.pointed });
    root.querySelector(".clear").hidden = !chosen.size;
    const count = chosen.size.toLocaleString("en");
    const hint = matchMedia("(pointer: coarse)").matches ? FINGER_HINT : HINT;
    const told = [
      pinned >= 0 && "Pinned: its nearest are ringed here and shown below.",
      chosen.size && `${count} selected, told below; Escape or “Clear” lets them go.`,
    ].filter(Boolean);
    this.say(told.join(" ") || hint);
  }

  say(text) {
    this.root.querySelector(".said").textContent = text;
  }
}

function rowsOfBits(bytes) {
  const rows = [...Array(8 * bytes.length).keys()];
  return rows.filter((row) => bytes[row >> 3] & (128 >> (row & 7)));
}
