// Bars made of parts: how their sum is read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords } from "../../ui/components/stacked_bars/sum.js";

test("parts are read as a sum", () => assert.equal(inWords([134.445, 6.698]), "134.4 + 6.7 = 141.1"));
