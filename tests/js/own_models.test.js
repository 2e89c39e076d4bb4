import assert from "node:assert/strict";
import { test } from "node:test";
import { windowOf } from "../../ui/components/own_models/plane_window.js";
import { settingsWords } from "../../ui/components/own_models/words.js";
import { describedOwn, isOwn } from "../../ui/components/shared/keeping/own.js";
import { checked } from "../../ui/components/shared/learning/settings.js";
import { fetchOrder } from "../../ui/components/shared/rebuilding/plan.js";

const words = (given, step = 0) => settingsWords(checked({ widths: [128], code: 32, ...given }), step);

test("settings are told in words", () => {
  assert.equal(words({}, 1500), "dense, 784 → 128 → 32; ReLU, cross-entropy; 1,500 steps on scikit-learn's digits");
  assert.match(words({ network: "tied", loss: "mse" }), /^tied, 784 → 128 → 32; ReLU, squared error; trained on/);
  assert.match(words({ network: "convolutional" }), /^convolutional, 784 → 32;/);
  assert.match(words({ kind: "variational", weight: 4 }), /32, variational \(β = 4\);/);
  assert.match(words({ kind: "sparse_l1", weight: 0.5 }), /32, sparse \(L1 × 0.5\);/);
  assert.match(words({ kind: "sparse_kl", target: 0.1, weight: 2 }), /32, sparse \(KL × 2, target 0.1\);/);
  const noisy = words(
    { kind: "denoising", corruption: "salt_and_pepper", amount: 0.3, pictures: 20, data: "fashion" },
    1,
  );
  assert.match(noisy, /denoising \(salt and pepper 0.3\); .* 1 step on 20 of Fashion-MNIST$/);
});

test("a window holds nearly all codes, and one that has gone astray does not count", () => {
  const codes = Float32Array.from({ length: 400 }, (_, at) => (at % 2 ? 5 : (at / 2 - 100) / 50));
  codes[0] = 1000;
  const { low, high } = windowOf(codes);
  assert.ok(low[0] < -1.9 && low[0] > -3 && high[0] > 1.9 && high[0] < 3, `${low} ${high}`);
  assert.ok(low[1] < 5 && high[1] > 5, "also where all are the same");
});

test("a kept model is no address of the server, and travels nowhere even where data is to be saved", () => {
  const own = describedOwn(/** @type {any} */ ({ id: "abc", settings: { code: 7 }, bytes: new ArrayBuffer(5e6) }));
  assert.ok(isOwn(own));
  assert.ok(!isOwn(/** @type {any} */ ({ address: "https://somewhere/networks/1/simple/abc" })));
  assert.equal(new URL(own.address, "https://somewhere/page").href, own.address);
  assert.deepEqual(fetchOrder([], [own], true), [own]);
});
