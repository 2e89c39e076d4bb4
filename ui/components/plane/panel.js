// What stands beside the board: the decoded picture, where it comes from, the input, and the switches of the layers.

const COUNTED = (value) => value.toFixed(2).replace("-", "−");
const placeWords = ([z1, z2]) => `z = (${COUNTED(z1)}, ${COUNTED(z2)})`;

class Panel {
  constructor(root, plane) {
    Object.assign(this, { root, plane });
    this.bytes = new Uint8Array(PIXELS);
    this.texts = Object.fromEntries([...root.querySelectorAll("[data-text]")].map((one) => [one.dataset.text, one]));
    this.buttons = Object.fromEntries([...root.querySelectorAll("[data-do]")].map((one) => [one.dataset.do, one]));
    this.fields = [...root.querySelectorAll("[data-z]")];
    this.decoded = root.querySelector(".decoded");
    this.status = root.querySelector("[role=status]");
    this.listen();
  }

  listen() {
    const { plane, buttons } = this;
    buttons.closer.onclick = () => plane.zoom(0.7);
    buttons.farther.onclick = () => plane.zoom(1 / 0.7);
    buttons.home.onclick = () => plane.goHome();
    buttons.shifting.onclick = () => {
      plane.shifting = !plane.shifting;
      buttons.shifting.setAttribute("aria-pressed", String(plane.shifting));
    };
    buttons.follow.onclick = () => plane.put([...plane.posterior.mean]);
    buttons.resample.onclick = () => plane.resample();
    for (const field of this.fields) {
      field.onchange = () => {
        const point = this.fields.map((each) => each.valueAsNumber);
        if (point.every(Number.isFinite)) plane.put(point);
      };
    }
    for (const box of this.root.querySelectorAll("[data-layer]")) {
      box.onchange = () => {
        plane.layers[box.dataset.layer] = box.checked;
        plane.refresh(true);
      };
    }
  }

  show(header, arrays) {
    this.offerClasses(header.classes);
    this.root.querySelector("[data-layer=prior]").parentElement.hidden = !header.prior;
    this.root.querySelector("[data-layer=draws]").parentElement.hidden = !header.prior;
    this.buttons.resample.hidden = !header.prior;
    this.texts.given.textContent = header.given;
    this.plane.canvas.setAttribute("aria-label", header.label);
    this.showInput(arrays.input, header.posterior);
  }

  offerClasses(names) {
    const row = this.root.querySelector(".classes");
    if (row.children.length) return;
    const { hidden } = this.plane;
    names.forEach((name, label) => {
      const button = document.createElement("button");
      const dot = document.createElement("i");
      dot.style.background = CLASS_COLOURS[label];
      Object.assign(button, { type: "button", title: `Show or hide the dots of ${name}` });
      button.append(dot, name);
      button.setAttribute("aria-pressed", "true");
      button.onclick = () => {
        if (!hidden.delete(label)) hidden.add(label);
        button.setAttribute("aria-pressed", String(!hidden.has(label)));
        this.plane.refresh(true);
      };
      row.append(button);
    });
  }

  /** Paint the input, 0 to 255, and say how surely the encoder placed it. */
  showInput(ink, { mean, deviation }) {
    paintInk(this.root.querySelector(".input"), ink, 28, 28, this.plane.colours);
    const spread = deviation ? `mean ${placeWords(mean).slice(4)}, σ (${deviation.map(COUNTED).join(", ")})` : placeWords(mean);
    this.texts.spread.textContent = deviation ? spread : `${spread}, one point and no cloud`;
  }

  /** Paint what a place decodes to, `values` in [0, 1]. */
  showDecoded(values, place, colours) {
    for (let pixel = 0; pixel < PIXELS; pixel += 1) {
      this.bytes[pixel] = Math.min(255, Math.max(0, 255 * values[pixel] + 0.5));
    }
    paintInk(this.decoded, this.bytes, 28, 28, colours);
    Object.assign(this.decoded.dataset, { z1: place[0].toFixed(3), z2: place[1].toFixed(3), ready: "true" });
    this.texts.place.textContent = placeWords(place);
    this.fields.forEach((field, axis) => {
      if (!field.matches(":focus")) field.value = Math.round(1000 * place[axis]) / 1000;
    });
  }

  showNear({ label, distance }, names) {
    this.texts.near.textContent = `nearest test digit: ${names[label]}, ${distance.toFixed(2)} away`;
  }

  /** Say to a screen reader where the point has come to rest. */
  say(place, { label, distance }, names) {
    const words = `${placeWords(place)}, nearest test digit ${names[label]}, ${distance.toFixed(2)} away.`;
    this.status.textContent = words;
    this.decoded.setAttribute("aria-label", `Decoded picture at ${words}`);
  }
}
