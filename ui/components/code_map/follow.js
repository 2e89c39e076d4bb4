// The student's digit follows the hand on all maps, without the server.

import { widen } from "../shared/network/half.js";
import { engine } from "../shared/rebuilding/engine.js";
import { piece } from "./fetched.js";
import { landing } from "./landing.js";

const EXACT = ["code", "pca"];

/**
 * Have the digit rebuilt while a hand draws.
 *
 * @param {import("./atlas.js").Atlas} atlas
 */
export function followHand(atlas) {
  const networks = atlas.header.maps.map(({ network }) => network).filter(Boolean);
  engine.want(atlas, { networks, chosen: true, show: (rebuilt) => show(atlas, rebuilt) });
}

/**
 * Keep the digit where it is on maps of a message that is older than what the hand has drawn since.
 *
 * @param {import("./atlas.js").Atlas} atlas
 * @param {any} header of the message
 */
export function keepOwn(atlas, header) {
  if (!engine.isOld(header.drawn)) {
    atlas.settled = engine.drawing;
    return;
  }
  const named = ({ model, projection }) => `${model} ${projection}`;
  const before = atlas.header.maps.map(named);
  header.own = header.maps.map((map) => atlas.header.own[before.indexOf(named(map))] ?? null);
}

/**
 * The digit has settled.
 *
 * @param {import("./atlas.js").Atlas} atlas
 * @param {any[]} moves where, by model and projection
 */
export function moveOwn(atlas, moves) {
  if (!atlas.header || engine.isOld(moves[0].drawn)) return;
  atlas.settled = engine.drawing;
  atlas.header.maps.forEach(({ model, projection }, index) => {
    const move = moves.find((other) => other.model === model && other.projection === projection);
    if (move) atlas.header.own[index] = move.own;
  });
  atlas.hearOwn();
  atlas.refresh(true);
}

/** Move the digit on every map of the model; what is fetched for that is there from the second time on. */
async function show(atlas, { drawing, name, code }) {
  if (drawing <= atlas.settled) return;
  const { maps } = atlas.header;
  for (const [index, map] of maps.entries()) {
    if (map.network?.name !== name) continue;
    const [space, places] = await Promise.all([piece(map, "space"), piece(map, "places")]).catch(() => []);
    if (!space || drawing <= atlas.settled || maps !== atlas.header.maps) return;
    space.known ??= widen(space.arrays.known);
    const known = { ...space.arrays, known: space.known, scale: space.header.scale };
    const place = landing(code, map.projection, known, places.arrays[map.projection]);
    atlas.header.own[index] = { place, called: "yours", settled: EXACT.includes(map.projection) };
  }
  atlas.hearOwn();
  atlas.refresh();
}
