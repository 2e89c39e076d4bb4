// Tensors in a file of safetensors: eight bytes with the length of a header, the header in JSON, the numbers. What is
// read is taken for hostile until it has been looked through.
//
// Source: https://huggingface.co/docs/safetensors, "Format".

import { widen } from "../network/half.js";
import { sentences } from "./sentences.js";

const LENGTH_BYTES = 8;
const MOST_HEADER = 2 ** 20;
const PICKLE = 0x80; // first byte of a pickle; of a header's length, too, but then zeros follow soon
const ZIP = [0x50, 0x4b]; // "PK": what torch.save writes is a pickle in a zip
const BRACE = 0x7b;

/** @typedef {{ name: string, shape: number[], values: Float32Array | Uint8Array | Int32Array }} Tensor */
/** @typedef {{ name: string, shape: number[], values: Float32Array }} Read */

const WRITTEN = { Float32Array: "F32", Uint8Array: "U8", Int32Array: "I32" };

/** Kinds of numbers that are read: their bytes, and what makes numbers of them. */
const KINDS = {
  F32: { size: 4, numbers: (bytes) => new Float32Array(bytes.buffer) },
  F16: { size: 2, numbers: widen },
};

/**
 * Write tensors down.
 *
 * @param {Tensor[]} tensors
 * @param {Record<string, string>} metadata
 * @returns {Uint8Array}
 */
export function written(tensors, metadata) {
  const facts = /** @type {Record<string, any>} */ ({ __metadata__: metadata });
  let end = 0;
  for (const { name, shape, values } of tensors) {
    facts[name] = { dtype: WRITTEN[values.constructor.name], shape, data_offsets: [end, end + values.byteLength] };
    end += values.byteLength;
  }
  const json = JSON.stringify(facts);
  const head = new TextEncoder().encode(json);
  const start = LENGTH_BYTES + LENGTH_BYTES * Math.ceil(head.length / LENGTH_BYTES); // numbers lie in step with memory
  const file = new Uint8Array(start + end).fill(0x20, LENGTH_BYTES, start);
  new DataView(file.buffer).setBigUint64(0, BigInt(start - LENGTH_BYTES), true);
  file.set(head, LENGTH_BYTES);
  for (const { name, values } of tensors) {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    file.set(bytes, start + facts[name].data_offsets[0]);
  }
  return file;
}

/**
 * Read what a file holds.
 *
 * @param {Uint8Array} bytes
 * @param {number} mostBytes
 * @returns {{ tensors: Read[], metadata: Record<string, string> }}
 * @throws {Error} whose message says in a sentence what is wrong with the file, and what to do
 */
export function read(bytes, mostBytes) {
  if (bytes.length > mostBytes) throw new Error(sentences.tooLarge(bytes.length, mostBytes));
  const length = headerLength(bytes);
  const header = parsed(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  const data = bytes.subarray(LENGTH_BYTES + length);
  const { __metadata__: metadata, ...entries } = header;
  const places = Object.entries(entries).map(([name, entry]) => placeOf(name, entry));
  inOrder(places, data.length);
  const tensors = places.map(({ name, shape, kind, start, end }) => {
    return { name, shape, values: KINDS[kind].numbers(data.slice(start, end)) };
  });
  return {
    tensors,
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([key, text]) => [key, String(text)])),
  };
}

/** Read how long the header is, and say what kind of file it is if that cannot be. */
function headerLength(bytes) {
  if (!bytes.length) throw new Error(sentences.empty());
  if (ZIP.every((byte, at) => bytes[at] === byte)) throw new Error(sentences.pickle());
  const fallback = (sentence) => new Error(bytes[0] === PICKLE ? sentences.pickle() : sentence);
  if (bytes.length < LENGTH_BYTES) throw fallback(sentences.cutShort());
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (length > MOST_HEADER) throw fallback(sentences.longHeader(length, MOST_HEADER));
  if (length > bytes.length - LENGTH_BYTES) throw new Error(sentences.cutShort());
  if (bytes[LENGTH_BYTES] !== BRACE) throw fallback(sentences.other());
  return length;
}

/** @returns {Record<string, any>} */
function parsed(head) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(head));
  } catch {
    throw new Error(sentences.other());
  }
}

/** Say where a tensor's numbers lie; its kind, shape and place have to agree. */
function placeOf(name, entry) {
  const { dtype, shape, data_offsets: offsets } = entry ?? {};
  if (!Object.hasOwn(KINDS, dtype)) throw new Error(sentences.kind(name, dtype));
  const whole = (numbers) => Array.isArray(numbers) && numbers.every((one) => Number.isSafeInteger(one) && one >= 0);
  if (!whole(shape) || !whole(offsets) || offsets.length !== 2) throw new Error(sentences.place(name));
  const [start, end] = offsets;
  const count = shape.reduce((product, size) => product * size, 1);
  if (end - start !== count * KINDS[dtype].size) throw new Error(sentences.place(name));
  return { name, shape, kind: dtype, start, end };
}

/** Tensors have to follow each other without gap or overlap, to the very end. */
function inOrder(places, size) {
  let reached = 0;
  for (const { name, start, end } of [...places].sort((one, other) => one.start - other.start)) {
    if (start !== reached) throw new Error(sentences.place(name));
    reached = end;
  }
  if (reached > size) throw new Error(sentences.cutShort());
  if (reached < size) throw new Error(sentences.tooMuch());
}
