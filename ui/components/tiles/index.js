// A grid of pictures with captions; a tile that can be chosen is a button.

import { readMessage } from "../shared/message.js";
import { paintError, paintInk, paintPhoto } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { glide, placesOf } from "./glide.js";
import { fillTile, makeTile } from "./tile.js";

/** @param {import("../shared/mount.js").Component} component */
export default function show({ parentElement, data, setTriggerValue }) {
  const { header, arrays } = readMessage(data);
  /** @type {HTMLElement} */
  const grid = parentElement.querySelector(".tiles");
  const colours = palette(grid);
  grid.style.setProperty("--tile", `${header.width}px`);
  grid.classList.toggle("small", header.small);
  const before = placesOf(grid);
  const children = /** @type {HTMLElement[]} */ ([...grid.children]);
  const present = new Map(children.map((tile) => [tile.dataset.id, tile]));
  let start = 0;
  const tiles = header.tiles.map((facts) => {
    const tile = present.get(facts.id) ?? makeTile(header.choosable);
    const [height, width, channels = 1] = facts.picture;
    const end = start + height * width * channels;
    const canvas = tile.querySelector("canvas");
    fillTile(tile, facts);
    canvas.style.aspectRatio = `${width} / ${height}`;
    const paint = channels === 3 ? paintPhoto : facts.signed ? paintError : paintInk;
    paint(canvas, arrays.pictures.subarray(start, end), colours, height, width);
    if (header.choosable) tile.onclick = () => setTriggerValue("chosen", facts.id);
    start = end;
    return tile;
  });
  arrange(grid, tiles, before);
  grid.dataset.ready = "true";
}

/** Put the tiles in their order; the one with the keyboard's focus keeps it. */
function arrange(grid, tiles, before) {
  if (grid.children.length === tiles.length && tiles.every((tile, index) => grid.children[index] === tile)) return;
  const focused = tiles.find((tile) => tile.matches(":focus"));
  grid.replaceChildren(...tiles);
  focused?.focus({ preventScroll: true });
  glide(tiles, before);
}
