// What the browser fetches by itself, each piece once: places, colours, codes, sheets of pictures.

import { readMessage } from "../shared/message.js";

const MOST_KEPT = 100;
/** @type {Map<string, Promise<any>>} by address */
const fetched = new Map();

const readArrays = async (answer) => readMessage(new Uint8Array(await answer.arrayBuffer()));

/**
 * Fetch a piece of a model's map, or give what was fetched before; fails with a sentence for the student.
 *
 * @param {{ model: string, digest: string }} map
 * @param {string} part
 * @param {(answer: Response) => Promise<any>} [read]
 * @returns {Promise<any>}
 */
export function piece({ model, digest }, part, read = readArrays) {
  const address = new URL(`atlas/${model}/${digest}/${part}`, document.baseURI).href;
  if (!fetched.has(address)) {
    if (fetched.size >= MOST_KEPT) fetched.delete(fetched.keys().next().value);
    fetched.set(address, load(address, read));
    fetched.get(address).catch(() => fetched.delete(address));
  }
  return fetched.get(address);
}

async function load(address, read) {
  let answer;
  try {
    answer = await fetch(address);
  } catch {
    throw new Error("The server does not answer. Check that it still runs, then reload this page.");
  }
  if (answer.ok) return read(answer);
  const sentence = answer.headers.get("content-type")?.startsWith("text/plain") ? await answer.text() : "";
  throw new Error(sentence || `The server answered ${answer.status}. Reload this page.`);
}
