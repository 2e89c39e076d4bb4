// A grid of pictures with captions; a tile that can be chosen is a button.

import { mounting } from "../shared/mount.js";
import { Tiles } from "./tiles.js";

export default mounting(({ parentElement }) => new Tiles(parentElement));
