// A grid of pictures with captions; a tile that can be chosen is a button. Tiles that change places glide there.

export default function ({ parentElement, data, setTriggerValue }) {
  const { header, arrays } = readMessage(data);
  const grid = parentElement.querySelector(".tiles");
  const colours = palette(grid);
  grid.style.setProperty("--tile", `${header.width}px`);
  grid.classList.toggle("small", header.small);
  const before = places(grid);
  const known = new Map([...grid.children].map((tile) => [tile.dataset.id, tile]));
  let start = 0;
  const tiles = header.tiles.map((facts) => {
    const tile = known.get(facts.id) ?? makeTile(header.choosable);
    fill(tile, facts);
    const [height, width, channels = 1] = facts.picture;
    const values = arrays.pictures.subarray(start, (start += height * width * channels));
    tile.querySelector("canvas").style.aspectRatio = `${width} / ${height}`;
    const paint = channels === 3 ? paintPhoto : facts.signed ? paintError : paintInk;
    paint(tile.querySelector("canvas"), values, height, width, colours);
    if (header.choosable) tile.onclick = () => setTriggerValue("chosen", facts.id);
    return tile;
  });
  const focused = tiles.find((tile) => tile.matches(":focus"));
  if (tiles.some((tile, index) => grid.children[index] !== tile) || grid.children.length !== tiles.length) {
    grid.replaceChildren(...tiles);
    focused?.focus({ preventScroll: true });
    glide(tiles, before);
  }
  grid.dataset.ready = "true";
}

function makeTile(choosable) {
  const tile = document.createElement(choosable ? "button" : "figure");
  tile.className = "tile";
  if (choosable) tile.type = "button";
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  const head = document.createElement("span");
  head.className = "head";
  tile.append(canvas, head);
  for (const name of ["title", "badge"]) head.append(Object.assign(document.createElement("span"), { className: name }));
  for (const name of ["facts", "text"]) tile.append(Object.assign(document.createElement("span"), { className: name }));
  return tile;
}

function fill(tile, facts) {
  tile.dataset.id = facts.id;
  tile.dataset.testid = `tile-${facts.id}`;
  tile.querySelector("canvas").setAttribute("aria-label", facts.label);
  for (const name of ["title", "badge", "facts", "text"]) {
    const span = tile.querySelector(`.${name}`);
    span.textContent = facts[name] ?? "";
    span.hidden = !facts[name];
  }
  tile.querySelector(".head").hidden = !facts.title && !facts.badge;
  if (tile.tagName === "BUTTON") tile.setAttribute("aria-pressed", String(facts.selected ?? false));
}

function places(grid) {
  return new Map([...grid.children].map((tile) => [tile.dataset.id, tile.getBoundingClientRect()]));
}

function glide(tiles, before) {
  for (const tile of tiles) {
    const old = before.get(tile.dataset.id);
    if (!old) continue;
    const now = tile.getBoundingClientRect();
    if (old.left === now.left && old.top === now.top) continue;
    tile.classList.remove("moving");
    tile.style.transform = `translate(${old.left - now.left}px, ${old.top - now.top}px)`;
    requestAnimationFrame(() => {
      tile.classList.add("moving");
      tile.style.transform = "";
    });
  }
}
