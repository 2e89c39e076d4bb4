// The picture of all maps together: what is fetched becomes places and colours, gliding from what was shown before.

const stillWanted = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

class Picture {
  constructor(root) {
    Object.assign(this, { root, charts: [], hidden: new Set(), looked: -1, pointed: -1, pointedOn: null, line: null });
    this.card = new Card(root);
    this.observer = new ResizeObserver(() => this.refresh(true));
  }

  remove() {
    this.observer.disconnect();
    cancelAnimationFrame(this.frame);
  }

  buildMaps() {
    const { maps } = this.header;
    const row = this.root.querySelector(".maps");
    row.style.setProperty("--count", maps.length);
    row.dataset.count = maps.length;
    while (row.children.length > maps.length) {
      this.observer.unobserve(this.charts.pop().canvas);
      row.lastChild.remove();
      this.pointedOn = null;
    }
    while (row.children.length < maps.length) row.append(this.makeMap(row.children.length));
    maps.forEach(({ title, projected }, index) => {
      row.children[index].querySelector("figcaption").textContent = `${title} · ${projected}`;
      const about = `Map of the codes of ${title}, ${projected}. Arrow keys go from digit to digit, Enter pins one.`;
      this.charts[index].canvas.setAttribute("aria-label", about);
    });
  }

  makeMap(index) {
    const figure = document.createElement("figure");
    const canvas = Object.assign(document.createElement("canvas"), { className: "chart", tabIndex: 0 });
    canvas.setAttribute("role", "application");
    canvas.dataset.testid = `atlas-map-${index}`;
    figure.append(document.createElement("figcaption"), canvas);
    this.charts.push(new Chart(canvas));
    new Hand(canvas, this.charts[index], this);
    this.observer.observe(canvas);
    return figure;
  }

  /** Everything that the maps need is here: show it, gliding where there was something before. */
  arrive(tint, found) {
    const { maps } = this.header;
    Object.assign(this, { labels: found[0].arrays.labels, errors: found.map(({ arrays }) => arrays.errors) });
    maps.forEach(({ model, digest, projection }, index) => {
      const { header, arrays } = found[index];
      const key = `${model} ${digest} ${projection}`;
      this.charts[index].show(arrays[projection], header.columns[projection], key);
    });
    this.tintGoal = tintsOf(tint);
    this.tintFrom = this.tints?.length === this.tintGoal.length ? this.tints : this.tintGoal;
    const sorted = ({ kind, names }) => `${kind} ${names?.length}`;
    if (this.tint && sorted(this.tint.header) !== sorted(tint.header)) this.hidden.clear();
    const first = !this.tint;
    this.tint = tint;
    const toggle = (value) => {
      if (!this.hidden.delete(value)) this.hidden.add(value);
      this.refresh(true);
      return !this.hidden.has(value);
    };
    const look = (value) => {
      this.looked = value;
      this.refresh(true);
    };
    buildLegend(this.root, tint, this.hidden, { toggle, look });
    this.gliding = true;
    this.started = first || stillWanted() ? -Infinity : performance.now();
    this.hearOwn();
    this.root.querySelector(".trouble").hidden = true;
    this.refresh(true);
  }

  hearOwn() {
    const now = performance.now();
    const { own } = this.header;
    this.charts.forEach((chart, index) => chart.inside && chart.own.hear(own[index], chart.inside, now));
    this.root.dataset.own = own.map((each) => each?.place.map((value) => value.toFixed(3)).join(" ") ?? "").join(", ");
    this.root.dataset.settled = String(own.every((each) => each?.settled));
  }

  /** Paint anew in the next frame; `whole`: points, colours or windows have changed too. */
  refresh(whole = false) {
    this.stale ||= whole;
    this.frame ??= requestAnimationFrame((now) => {
      this.frame = null;
      if (this.tint) this.paint(now);
    });
  }

  paint(now) {
    const share = Math.min(1, Math.max(0, (now - this.started) / GLIDE_MS));
    const stale = this.stale || this.gliding;
    if (this.gliding) this.glide(share);
    if (stale) this.paintSheets();
    this.stale = false;
    const moving = this.charts.map((chart) => this.paintOver(chart, now));
    this.showCard();
    const busy = this.gliding || moving.some(Boolean);
    Object.assign(this.root.dataset, { ready: "true", still: String(!busy) });
    if (busy) this.refresh();
  }

  glide(share) {
    const eased = share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
    for (const chart of this.charts) chart.glide(eased);
    const { tintFrom, tintGoal } = this;
    this.tints = tintGoal;
    this.middles = null;
    if (share < 1) {
      this.tints = tintGoal.map((value, index) => tintFrom[index] + (value - tintFrom[index]) * eased);
      return;
    }
    this.gliding = false;
    const { names = this.header.names } = this.tint.header;
    const values = this.tint.header.names ? this.tint.arrays.values : this.labels;
    this.names = names;
    this.middles = this.charts.map(({ goal }) => middlesOf(goal, values, names.length));
  }

  paintSheets() {
    this.strengths = this.weigh();
    for (const [index, chart] of this.charts.entries()) {
      if (!chart.places) continue;
      chart.paintSheet({ colours: this.tints, strengths: this.strengths, paper: this.colours.paper });
      if (!this.middles) continue;
      const context = chart.sheet.getContext("2d");
      const density = chart.sheet.width / chart.size[0];
      context.setTransform(density, 0, 0, density, 0, 0);
      paintNames(context, chart, this.middles[index], this.names, this.hidden, this.colours);
      context.setTransform(1, 0, 0, 1, 0, 0);
    }
  }

  /** How strongly every point is painted: hidden, standing back, plain or chosen. */
  weigh() {
    const { chosen, hidden, looked, tint } = this;
    const { values } = tint.arrays;
    const classes = tint.header.kind !== "scale";
    return Uint8Array.from(values, (value, row) => {
      if (classes && hidden.has(value)) return 0;
      if (looked >= 0 && classes) return value === looked ? CHOSEN : FAINT;
      if (chosen.size) return chosen.has(row) ? CHOSEN : FAINT;
      return PLAIN;
    });
  }

  paintOver(chart, now) {
    const { colours, header, pinned, pointed } = this;
    if (!chart.places || !chart.sheet.width) return false;
    const density = chart.canvas.width / chart.size[0];
    const context = chart.canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(chart.sheet, 0, 0);
    context.setTransform(density, 0, 0, density, 0, 0);
    const there = (row) => row >= 0 && row < chart.places.length / 2;
    if (there(pinned)) {
      paintNeighbours(context, chart, header.rings, colours);
      paintPinned(context, chart.place(pinned), colours);
    }
    const tint = this.tints.subarray(3 * pointed, 3 * pointed + 3);
    if (there(pointed)) paintPointed(context, chart.place(pointed), tint, colours);
    if (this.line && this.lassoOn === chart) paintLasso(context, this.line, colours);
    return chart.own.paint(context, (x, y) => chart.at(x, y), colours, now, stillWanted());
  }

  /** Hand the maps out as one picture, as they are shown. */
  save() {
    const canvases = this.charts.map(({ canvas }) => canvas);
    const width = canvases.reduce((sum, canvas) => sum + canvas.width, 0);
    const sheet = Object.assign(document.createElement("canvas"), { width, height: canvases[0].height });
    const context = sheet.getContext("2d");
    let left = 0;
    for (const canvas of canvases) {
      context.drawImage(canvas, left, 0);
      left += canvas.width;
    }
    const name = this.header.maps.map(({ model, projection }) => `${model}_${projection}`).join("_");
    sheet.toBlob((blob) => {
      const href = URL.createObjectURL(blob);
      Object.assign(document.createElement("a"), { href, download: `map_${name}.png` }).click();
      URL.revokeObjectURL(href);
    });
  }

  nameOf(row) {
    const { names } = this.header;
    return `Test image ${row}: ${names[this.labels[row]]}`;
  }

  showCard() {
    const index = this.charts.indexOf(this.pointedOn);
    if (this.pointed < 0 || index < 0) return this.card.hide();
    const { maps, originals } = this.header;
    const { header, arrays } = this.tint;
    let facts = `error ${this.errors[index][this.pointed].toFixed(4)} a pixel`;
    if (header.kind === "cluster") facts += `, cluster ${header.names[arrays.values[this.pointed]]}`;
    const { pointed: row, colours } = this;
    const about = { row, map: maps[index], maps, originals, name: this.nameOf(row), facts, colours };
    const [own, ...others] = [this.pointedOn, ...this.charts.filter((chart) => chart !== this.pointedOn)];
    const places = others.map((chart) => [chart.canvas, chart.place(row)]);
    this.card.show(about, own.canvas, own.place(row), places);
  }
}
