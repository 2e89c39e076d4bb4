// The models that a student keeps, in this browser alone: nothing of them goes to the server.

import { tell } from "../page.js";
import { sentences } from "./sentences.js";

/**
 * @typedef {object} Kept
 * @property {string} id
 * @property {string} name by the student
 * @property {import("../learning/settings.js").Settings} settings
 * @property {number} step
 * @property {number} mse on held-out pictures, a pixel
 * @property {number} created milliseconds since 1970
 * @property {ArrayBuffer} bytes a safetensors file
 */

const [DATABASE, STORE] = ["aemodels", "models"];
const CHANGED = "own-models-changed"; // told on the document, whichever tab has changed them
const others = globalThis.document ? new BroadcastChannel(CHANGED) : null;
if (others) others.onmessage = () => tell(CHANGED);

/** @type {Promise<IDBDatabase>} */
let opened = null;

function database() {
  opened ??= answered(() => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
    return request;
  });
  opened.then((made) => {
    made.onversionchange = () => close(made); // another tab wants to delete it, or to lay it out anew
  }, forget);
  return opened;
}

function close(made) {
  made.close();
  forget();
}

function forget() {
  opened = null;
}

/** @type {<Result>(ask: () => IDBRequest<Result>) => Promise<Result>} */
function answered(ask) {
  return new Promise((resolve, reject) => {
    const request = ask();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Change what is kept; resolved when it lies on the disk, for a full one refuses only then. */
async function change(ask) {
  const transaction = (await database()).transaction(STORE, "readwrite");
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
    ask(transaction.objectStore(STORE));
  });
  tell(CHANGED);
  others?.postMessage(null);
}

/**
 * Give all kept models, the newest first; none where the browser keeps nothing.
 *
 * @returns {Promise<Kept[]>}
 */
export async function all() {
  try {
    const store = (await database()).transaction(STORE).objectStore(STORE);
    const models = await answered(() => store.getAll());
    return models.filter(({ settings, bytes }) => settings && bytes).sort((one, other) => other.created - one.created);
  } catch {
    return [];
  }
}

/**
 * Give one kept model; works in a worker, too.
 *
 * @param {string} id
 * @returns {Promise<Kept>} nothing where it is not kept any more
 */
export async function one(id) {
  const store = (await database()).transaction(STORE).objectStore(STORE);
  return answered(() => store.get(id));
}

/**
 * Keep a model; one with an id that is there already replaces it.
 *
 * @param {Omit<Kept, "id" | "created"> & Partial<Kept>} model
 * @returns {Promise<string>} its id
 * @throws {Error} with a sentence, where the browser does not keep it
 */
export async function add(model) {
  const created = Date.now();
  const id = `${created.toString(36)}${Math.random().toString(36).slice(2)}`;
  const kept = { id, created, ...model };
  try {
    await change((store) => store.put(kept));
  } catch {
    throw new Error(sentences.notKept());
  }
  return kept.id;
}

/**
 * Forget a model.
 *
 * @param {string} id
 */
export async function remove(id) {
  await change((store) => store.delete(id));
}
