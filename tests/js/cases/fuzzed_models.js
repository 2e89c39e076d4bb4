// Files of models with bytes that nobody meant: each is read, or refused in a sentence.

import { readFileSync } from "node:fs";
import { Dice } from "../../../ui/components/shared/dice.js";
import { model } from "../../../ui/components/shared/keeping/checked.js";

const MEGABYTE = 2 ** 20;
const SIGNS = [...'{}[]",:0123456789-eE.nul\\'].map((sign) => sign.charCodeAt(0));
const SENTENCE = /^[A-Z“].*[.?!]$/s;

/** @param {{ files: string[], count: number, seed: number }} cases files to begin with, and how often one is changed */
export default function compute({ files, count, seed }) {
  const dice = new Dice(seed);
  const contents = files.map((path) => new Uint8Array(readFileSync(path)));
  const before = process.memoryUsage().rss;
  const said = new Set();
  const made = { read: 0, refused: 0, sentences: 0, slowest: 0, megabytes: 0 };
  for (let tries = 0; tries < count; tries += 1) {
    const start = process.cpuUsage();
    const sentence = refusal(changed(contents[tries % contents.length], dice));
    made.slowest = Math.max(made.slowest, process.cpuUsage(start).user / 1e6);
    made[sentence ? "refused" : "read"] += 1;
    if (sentence) said.add(sentence.replace(/“[^”]*”|\d+/g, ""));
  }
  return { ...made, sentences: said.size, megabytes: (process.memoryUsage().rss - before) / MEGABYTE };
}

/** Give what is said of a file; "" where it is read. Anything but a sentence ends the run. */
function refusal(bytes) {
  try {
    model(bytes);
    return "";
  } catch (error) {
    if (error.constructor !== Error || !SENTENCE.test(error.message)) throw error;
    return error.message;
  }
}

/** Change bytes here and there, most of them in the header, and cut the end off now and then. */
function changed(file, dice) {
  const whole = (most) => Math.floor(dice.uniform() * most);
  const bytes = file.slice(0, dice.uniform() < 0.2 ? whole(file.length) : file.length);
  const reach = dice.uniform() < 0.8 ? Math.min(1500, bytes.length) : bytes.length;
  for (let changes = 1 + whole(4); changes > 0; changes -= 1) {
    bytes[whole(reach)] = dice.uniform() < 0.7 ? SIGNS[whole(SIGNS.length)] : whole(256);
  }
  return bytes;
}
