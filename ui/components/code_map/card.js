// The card beside the digit that is pointed at: its pictures, label, error and code.

const BESIDE = 20; // CSS pixels from the dot
const EDGE = 8; // of the screen
const RING = 13; // around a dot
const PICTURE = 84;

class Card {
  constructor(root) {
    this.root = root.querySelector(".card");
    this.board = root;
    this.pictures = root.querySelector(".pictures");
    this.sheets = new Map();
    this.codes = new Map();
  }

  /** Fetch what cards of these maps show; `arrived` hears of every piece that is there, `failed` what went wrong. */
  async load({ maps, originals }, arrived, failed) {
    const fetchInto = async (kept, key, promise) => {
      try {
        kept.set(key, await promise);
        arrived();
      } catch (error) {
        failed(error);
      }
    };
    this.sheets.clear();
    this.codes.clear();
    const jobs = maps.flatMap((map) => [
      fetchInto(this.codes, map.model, piece(map, "codes")),
      fetchInto(this.sheets, map.model, piece(map, "reconstructions.png", readSheet)),
    ]);
    if (originals) jobs.push(fetchInto(this.sheets, "original", piece(maps[0], "originals.png", readSheet)));
    await Promise.all(jobs);
  }

  hide() {
    this.root.hidden = true;
  }

  /** Show the card of a row beside its dot on a canvas. */
  show({ row, map, maps, originals, name, facts, colours }, canvas, [left, top], others) {
    this.showPictures(row, maps, originals, colours);
    this.root.querySelector(".name").textContent = name;
    this.showCode(row, map, facts, colours);
    this.root.hidden = false;
    const [x, y] = this.beside(canvas, [left, top], others);
    this.root.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }

  /** Find room for the card: on the screen, and covering neither its dot nor the same digit on another map. */
  beside(canvas, [left, top], others) {
    const board = this.board.getBoundingClientRect();
    const onBoard = (chart, [x, y]) => {
      const box = chart.getBoundingClientRect();
      return [box.left - board.left + x, box.top - board.top + y];
    };
    const { offsetWidth: width, offsetHeight: height } = this.root;
    const chart = onBoard(canvas, [0, 0])[1];
    const [x, y] = onBoard(canvas, [left, top]);
    const within = (value, low, high) => Math.max(low, Math.min(value, high));
    const across = (at) => within(at, EDGE - board.left, innerWidth - EDGE - width - board.left);
    const down = (at) => within(at, chart, chart + canvas.offsetHeight - height);
    const places = [
      [across(x + BESIDE), down(y - height / 2)],
      [across(x - BESIDE - width), down(y - height / 2)],
      [across(x - width / 2), y + BESIDE],
      [across(x - width / 2), y - BESIDE - height],
    ];
    const kept = [[x, y], ...others.map(([map, place]) => onBoard(map, place))];
    const covers = ([x0, y0]) =>
      kept.filter(([x1, y1]) => x1 > x0 - RING && x1 < x0 + width + RING && y1 > y0 - RING && y1 < y0 + height + RING);
    return places.find((place) => !covers(place).length) ?? places[0];
  }

  showPictures(row, maps, originals, colours) {
    const models = maps.filter((map, index) => maps.findIndex((each) => each.model === map.model) === index);
    const word = (map) => (models.length > 1 ? map.title : "reconstruction");
    const wanted = [...(originals ? [["original", "original"]] : []), ...models.map((map) => [map.model, word(map)])];
    while (this.pictures.children.length > wanted.length) this.pictures.lastChild.remove();
    while (this.pictures.children.length < wanted.length) this.pictures.append(makePicture());
    wanted.forEach(([key, caption], index) => {
      const figure = this.pictures.children[index];
      figure.querySelector("figcaption").textContent = this.sheets.has(key) ? caption : `${caption} is coming …`;
      const canvas = figure.querySelector("canvas");
      if (this.sheets.has(key)) paintInk(canvas, inkOnSheet(this.sheets.get(key), row), SIDE, SIDE, colours);
      else canvas.getContext("2d").clearRect(0, 0, SIDE, SIDE);
    });
  }

  showCode(row, map, facts, colours) {
    const bars = this.root.querySelector(".bars");
    const known = this.codes.get(map.model);
    bars.hidden = !known || known.header.exact;
    let text = facts;
    if (known) {
      const { size, exact, shown } = known.header;
      const code = known.arrays.codes.subarray(row * shown, (row + 1) * shown);
      if (exact) text += `\ncode (${[...code].map((value) => value.toFixed(2).replace("-", "−")).join(", ")})`;
      else text += `\ncode: ${size} numbers${shown < size ? `, as ${shown} means` : ""}`;
      if (!exact) paintBars(bars, code, colours);
    }
    const span = this.root.querySelector(".facts");
    span.style.whiteSpace = "pre-line";
    span.textContent = text;
  }
}

function makePicture() {
  const figure = document.createElement("figure");
  const canvas = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });
  figure.append(canvas, document.createElement("figcaption"));
  return figure;
}

/** A code as bars up and down from zero; bytes around 128. */
function paintBars(canvas, code, colours) {
  const density = window.devicePixelRatio || 1;
  const [width, height] = [2 * PICTURE, 44];
  Object.assign(canvas, { width: Math.round(width * density), height: Math.round(height * density) });
  const context = canvas.getContext("2d");
  context.setTransform(density, 0, 0, density, 0, 0);
  const negative = code.some((byte) => byte < 128);
  const [zero, scale] = negative ? [height / 2, height / 2 / 127] : [height - 1, (height - 2) / 127];
  const step = width / code.length;
  code.forEach((byte, index) => {
    const value = (byte - 128) * scale;
    context.fillStyle = css(value < 0 ? colours.missing : colours.extra);
    const tall = Math.max(0.5, Math.abs(value));
    context.fillRect(index * step, value < 0 ? zero : zero - value, Math.max(1, step - 1), tall);
  });
  context.fillStyle = css(colours.ink, 0.5);
  context.fillRect(0, zero - 0.5, width, 1);
}
