// The grid itself: what Python says of its tiles, and while a hand draws, what the page computes for those that follow.

import { readMessage } from "../shared/message.js";
import { paintError, paintInk, paintPhoto } from "../shared/paint.js";
import { palette } from "../shared/palette.js";
import { engine } from "../shared/rebuilding/engine.js";
import { figures, paintFollower } from "./follower.js";
import { glide, placesOf } from "./glide.js";
import { fillTile, makeTile, writeFacts } from "./tile.js";

export class Tiles {
  /** @param {HTMLElement} parentElement */
  constructor(parentElement) {
    /** @type {HTMLElement} */
    this.grid = parentElement.querySelector(".tiles");
    this.header = this.colours = null;
    this.settled = 0; // number of the newest drawing that Python's word is about
    /** @type {Map<string, { tile: HTMLElement, facts: any }[]>} tiles that follow, by their model */
    this.followers = new Map();
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data, setTriggerValue }) {
    const { header, arrays } = readMessage(data);
    this.colours = palette(this.grid);
    if (this.header && engine.isOld(header.drawn)) return;
    Object.assign(this, { header, settled: engine.drawing });
    this.grid.style.setProperty("--tile", `${header.width}px`);
    for (const look of ["small", "first", "offer"]) this.grid.classList.toggle(look, header[look]);
    this.arrange(this.fill(arrays.pictures, setTriggerValue));
    this.follow();
    this.grid.dataset.ready = "true";
  }

  remove() {
    engine.leave(this);
  }

  /** Paint all tiles, and give them in their order. */
  fill(pictures, setTriggerValue) {
    const { header, colours } = this;
    const children = /** @type {HTMLElement[]} */ ([...this.grid.children]);
    const present = new Map(children.map((tile) => [tile.dataset.id, tile]));
    this.followers.clear();
    let start = 0;
    return header.tiles.map((facts) => {
      const tile = present.get(facts.id) ?? makeTile(header.choosable);
      const [height, width, channels = 1] = facts.picture;
      const end = start + height * width * channels;
      const canvas = tile.querySelector("canvas");
      fillTile(tile, facts);
      canvas.style.aspectRatio = `${width} / ${height}`;
      const paint = channels === 3 ? paintPhoto : facts.signed ? paintError : paintInk;
      paint(canvas, pictures.subarray(start, end), colours, height, width);
      if (header.choosable) tile.onclick = () => setTriggerValue("chosen", facts.id);
      if (facts.network) this.add(tile, facts);
      start = end;
      return tile;
    });
  }

  /** Put the tiles in their order; the one with the keyboard's focus keeps it. */
  arrange(tiles) {
    const { grid } = this;
    const before = placesOf(grid);
    if (grid.children.length === tiles.length && tiles.every((tile, index) => grid.children[index] === tile)) return;
    const focused = tiles.find((tile) => tile.matches(":focus"));
    grid.replaceChildren(...tiles);
    focused?.focus({ preventScroll: true });
    glide(tiles, before);
  }

  add(tile, facts) {
    const { name } = facts.network;
    this.followers.set(name, [...(this.followers.get(name) ?? []), { tile, facts }]);
  }

  follow() {
    if (!this.followers.size) {
      engine.leave(this);
      return;
    }
    const networks = [...this.followers.values()].map(([{ facts }]) => facts.network);
    const { first, extra } = this.header;
    const extras = extra ? Object.fromEntries(networks.map(({ name }) => [name, extra])) : {};
    engine.want(this, { networks, chosen: first, extras, show: (rebuilt) => this.show(rebuilt) });
  }

  /** @param {import("../shared/rebuilding/engine.js").Rebuilt} rebuilt */
  show(rebuilt) {
    if (rebuilt.drawing <= this.settled) return;
    for (const { tile, facts } of this.followers.get(rebuilt.name)) {
      paintFollower(tile.querySelector("canvas"), rebuilt, facts, this.colours);
      if (facts.following) writeFacts(tile, figures(facts, rebuilt));
    }
  }
}
