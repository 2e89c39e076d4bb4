// The drawing pad: strokes in thousandths of its side, drawn as smooth curves, sent while the hand moves.

import { mounting } from "../shared/mount.js";
import { Pad } from "./pad.js";

export default mounting(({ parentElement, data, texts }) => {
  return new Pad(parentElement, { ...data, presets: JSON.parse(texts["pad/presets.json"]) });
});
