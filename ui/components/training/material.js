// What is learnt from: sheets of pictures from the server, fetched once, and the student's own drawings.

import { drawings, LEAST } from "../own_drawings/store.js";
import { parted } from "../shared/learning/batches.js";
import { readMessage } from "../shared/message.js";
import { pictureAt } from "../shared/picture.js";

/**
 * @typedef {import("./trainer.js").Material} Material
 * @typedef {Material & { shown: Uint8Array, names: string[] }} Gathered with eight pictures to show, and classes
 * @typedef {{ id: string, title: string, address: string, count: number, classes: string[] }} Sheet
 */

export const SHOWN = 8;
/** @type {Map<string, Promise<Material>>} by address */
const fetched = new Map();

/**
 * Give the pictures to learn from, and eight to show.
 *
 * @param {string} data as the settings name it
 * @param {Sheet[]} sheets that the server has
 * @returns {Promise<Gathered>}
 */
export async function gather(data, sheets) {
  const own = drawings();
  if ((data === "own" || data === "mixture") && own.length < LEAST) {
    const so = own.length === 1 ? "is 1" : `are ${own.length || "none"}`;
    throw new Error(`To learn from your own drawings it needs at least ${LEAST}; there ${so}. Draw some and add them.`);
  }
  const sheet = sheets.find(({ id }) => id === data) ?? sheets[0];
  if (data !== sheet.id && data !== "own" && data !== "mixture") throw new Error(missing(data));
  const server = await sheetAt(sheet.address);
  if (data === sheet.id) return { ...server, shown: oneOfEach(server), names: sheet.classes };
  const mine = { pictures: joined(own), labels: new Uint8Array(own.length) };
  if (data === "own") return { ...mine, shown: oneOfEach(server), names: ["your drawings"] };
  const labels = joined([server.labels, mine.labels.fill(sheet.classes.length)]);
  const mixture = { pictures: joined([server.pictures, mine.pictures]), labels };
  return { ...mixture, shown: oneOfEach(mixture), names: [...sheet.classes, "yours"] };
}

function missing(data) {
  return `“${data}” is not on this server. Choose other pictures to learn from.`;
}

/**
 * Fetch a sheet of pictures, once.
 *
 * @param {string} address relative to the app's own
 * @returns {Promise<Material>}
 */
export function sheetAt(address) {
  if (!fetched.has(address)) {
    const promise = fetchSheet(address);
    promise.catch(() => fetched.delete(address));
    fetched.set(address, promise);
  }
  return fetched.get(address);
}

async function fetchSheet(address) {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(await answer.text());
  const { pictures, labels } = readMessage(new Uint8Array(await answer.arrayBuffer())).arrays;
  return { pictures, labels };
}

/** The first picture of each class that is held out, so that no network has learnt from what is shown. */
function oneOfEach({ pictures, labels }) {
  const { held } = parted(labels.length, 0);
  const first = (label) => held.find((row) => labels[row] === label) ?? held[label % held.length];
  return joined(Array.from({ length: SHOWN }, (_, label) => pictureAt(pictures, first(label))));
}

/** @param {Uint8Array[]} parts */
export function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
