// Which camera a page gets, and where the frames on a photo stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { backFirst } from "../../ui/components/back_camera/facing.js";
import { placed } from "../../ui/components/photo/photo.js";

const devices = () => ({
  asked: [],
  getUserMedia(wanted) {
    this.asked.push(wanted);
    return Promise.resolve(/** @type {MediaStream} */ ({}));
  },
});

test("the widget that begins with the front gets the back, and its button leads to the front", async () => {
  const camera = devices();
  backFirst(camera);
  await camera.getUserMedia({ audio: false, video: { facingMode: "user", width: { ideal: 640 } } });
  await camera.getUserMedia({ video: { facingMode: "environment" } });
  assert.deepEqual(camera.asked[0], {
    audio: false,
    video: { facingMode: { ideal: "environment" }, width: { ideal: 640 } },
  });
  assert.deepEqual(camera.asked[1].video, { facingMode: { ideal: "user" } });
});

test("what says nothing of a side is passed on as it is, and all is put back at the end", async () => {
  const camera = devices();
  const before = camera.getUserMedia;
  const restore = backFirst(camera);
  await camera.getUserMedia({ video: true });
  assert.deepEqual(camera.asked, [{ video: true }]);
  restore();
  assert.equal(camera.getUserMedia, before);
});

test("without https there is no camera, and nothing breaks", () => {
  assert.doesNotThrow(() => backFirst(undefined)());
});

test("a frame stands around its digit and never beyond the picture", () => {
  assert.equal(placed([0.1, 0.2, 0.5, 0.4]).inset, "8.80% 58.80% 48.80% 18.80%");
  assert.equal(placed([0, 0, 1, 1]).inset, "0.00% 0.00% 0.00% 0.00%");
});
