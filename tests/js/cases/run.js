// Runs a module's default export over what Python wrote, and writes down what comes out: run.js MODULE INPUT OUTPUT.

import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [path, input, output] = process.argv.slice(2).map((argument) => resolve(argument));
const { default: compute } = await import(pathToFileURL(path).href);
const plain = (_key, value) => (ArrayBuffer.isView(value) ? Array.from(value) : value);
writeFileSync(output, JSON.stringify(await compute(JSON.parse(readFileSync(input, "utf8"))), plain));
