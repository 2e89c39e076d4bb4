// Messages that are the same for everybody: fetched by their address, once a visit, and kept by the browser for ever.

import { readMessage } from "./message.js";

const MOST = 40;
const SHORT = 200; // bytes; a message that only says where the real one is fetched is shorter
/** @type {Map<string, Promise<Uint8Array>>} by address */
const fetched = new Map();

/**
 * Where the message of a component is fetched; nothing where it has come itself.
 *
 * @param {any} data of the component
 */
export function addressIn(data) {
  return data instanceof Uint8Array && data.length < SHORT ? readMessage(data).header.at : undefined;
}

/**
 * Fetch a message, or give what was fetched before; fails with a sentence for the student.
 *
 * @param {string} address relative to the app's own
 * @returns {Promise<Uint8Array>}
 */
export function fetchKept(address) {
  if (!fetched.has(address)) {
    if (fetched.size >= MOST) fetched.delete(fetched.keys().next().value);
    const message = load(new URL(address, document.baseURI).href);
    fetched.set(address, message);
    message.catch(() => fetched.delete(address));
  }
  return fetched.get(address);
}

async function load(address) {
  const answer = await fetch(address).catch(() => {
    throw new Error("The server does not answer. Check that it still runs, then reload this page.");
  });
  if (!answer.ok)
    throw new Error(answer.status === 404 ? await answer.text() : `The server answered ${answer.status}.`);
  return new Uint8Array(await answer.arrayBuffer());
}
