// The walk: all frames of all rows lie here, so the large pictures follow the slider without asking the server.

const PIXELS = 784;
const places = new WeakMap(); // where the slider stands, as a share of the way

export default function ({ parentElement, data }) {
  const { header, arrays } = readMessage(data);
  const root = parentElement.querySelector(".ways");
  const slider = root.querySelector("input");
  const colours = palette(root);
  const list = root.querySelector(".ways");
  while (list.children.length > header.ways.length) list.lastChild.remove();
  while (list.children.length < header.ways.length) list.append(makeWay(header));
  const frameOf = (way, frame) => {
    const start = (way * header.frames + frame) * PIXELS;
    return arrays.pictures.subarray(start, start + PIXELS);
  };
  const stand = (share) => {
    places.set(parentElement, share);
    const frame = Math.round(share * (header.frames - 1));
    slider.value = frame;
    slider.setAttribute("aria-valuetext", `${Math.round(100 * share)} % of the way`);
    header.ways.forEach((way, index) => showPlace(list.children[index], way, frame, header, frameOf(index, frame), colours));
  };
  header.ways.forEach((way, index) => {
    const element = list.children[index];
    element.querySelector("b").textContent = way.title;
    element.dataset.testid = `way-${index}`;
    [...element.querySelectorAll(".frame")].forEach((each, position) => {
      const frame = position * header.every;
      paintInk(each.querySelector("canvas"), frameOf(index, frame), 28, 28, colours);
      each.querySelector("span").textContent = way.errors ? way.errors[frame].toFixed(3) : "";
    });
    followPointer(element.querySelector(".row"), stand);
  });
  slider.max = header.frames - 1;
  slider.oninput = () => stand(slider.value / (header.frames - 1));
  stand(places.get(parentElement) ?? 0.5);
  root.dataset.ready = "true";
}

function makeWay(header) {
  const way = document.createElement("section");
  way.className = "way";
  way.innerHTML = `<canvas class="large" role="img"></canvas><div class="words"><b></b><span></span></div>`;
  const row = document.createElement("div");
  row.className = "row";
  for (let frame = 0; frame < header.frames; frame += header.every) {
    const each = document.createElement("div");
    each.className = "frame";
    each.innerHTML = `<canvas aria-hidden="true"></canvas><span></span>`;
    row.append(each);
  }
  way.append(row);
  return way;
}

function showPlace(element, way, frame, header, bytes, colours) {
  const large = element.querySelector(".large");
  paintInk(large, bytes, 28, 28, colours);
  const percent = Math.round((100 * frame) / (header.frames - 1));
  large.setAttribute("aria-label", `${way.title}, ${percent} % of the way`);
  const error = way.errors ? ` · ${way.errors[frame].toFixed(4)} away from a real picture here` : "";
  element.querySelector(".words span").textContent = way.text + error;
  const nearest = Math.round(frame / header.every);
  element.querySelectorAll(".frame").forEach((each, index) => each.classList.toggle("here", index === nearest));
}

/** A mouse moves along a row by hovering, a finger or pen by dragging. */
function followPointer(row, stand) {
  const follow = (event) => {
    const box = row.getBoundingClientRect();
    const half = row.firstChild.clientWidth / 2;
    stand(Math.min(1, Math.max(0, (event.clientX - box.left - half) / (box.width - 2 * half))));
  };
  row.onpointerdown = (event) => {
    row.setPointerCapture(event.pointerId);
    follow(event);
  };
  row.onpointermove = (event) => {
    if (event.pointerType === "mouse" || event.buttons) follow(event);
  };
}
