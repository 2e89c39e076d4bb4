// Files of models: read, with what is said of those that are refused; and written.

import { readFileSync, writeFileSync } from "node:fs";
import { bytesOf, model, modelIn } from "../../../ui/components/shared/keeping/checked.js";
import { written } from "../../../ui/components/shared/keeping/safetensors.js";

/**
 * @param {{ read: string[], copied: [string, string][], arrays: string, huge: number }} cases files to read; files to
 *   read, and where to write the same model anew; a file for arrays of every kind; bytes of a file too large to be read
 */
export default async function compute({ read, copied, arrays, huge }) {
  for (const [from, to] of copied) writeFileSync(to, bytesOf(model(new Uint8Array(readFileSync(from)))));
  const values = [Float32Array.of(0.5, -2), Uint8Array.of(7, 255, 0), Int32Array.of(-1, 2 ** 31 - 1)];
  const names = ["floats", "bytes", "whole"];
  const tensors = values.map((array, at) => ({ name: names[at], shape: [array.length, 1], values: array }));
  writeFileSync(arrays, written(tensors, { "“key”": "ü" }));
  const vast = /** @type {any} */ ({ size: huge, arrayBuffer: () => Promise.reject(new Error("it was read")) });
  const answers = await Promise.all([...read.map((path) => new Blob([readFileSync(path)])), vast].map(answer));
  return { answers: answers.slice(0, -1), vast: answers.at(-1) };
}

async function answer(file) {
  try {
    return { model: await modelIn(file) };
  } catch (error) {
    return { sentence: error.message };
  }
}
