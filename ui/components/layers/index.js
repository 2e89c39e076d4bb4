// The layers that an input passes through.

import { mounting } from "../shared/mount.js";
import { Layers } from "./layers.js";

export default mounting(({ parentElement }) => new Layers(parentElement));
