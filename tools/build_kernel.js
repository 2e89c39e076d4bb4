// Builds the kernel of the networks' products from its source: `make kernel`. With --check it only compares.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import wabt from "wabt";

const HOME = new URL("../ui/components/shared/network/", import.meta.url);
const [SOURCE, BUILT] = ["kernel.wat", "kernel.js"].map((name) => fileURLToPath(new URL(name, HOME)));
const LINE = /(?<=^const BYTES =\s+")[^"]*(?=";$)/m;

const { parseWat } = await wabt();
const { buffer } = parseWat(SOURCE, readFileSync(SOURCE, "utf8"), { simd: true }).toBinary({});
const before = readFileSync(BUILT, "utf8");
const after = before.replace(LINE, Buffer.from(buffer).toString("base64"));
if (process.argv.includes("--check") && after !== before) {
  console.error("kernel.js is not what kernel.wat says. Run `make kernel`.");
  process.exit(1);
}
writeFileSync(BUILT, after);
