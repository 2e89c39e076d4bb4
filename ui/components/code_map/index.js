// Maps of the same digits, one or two: what is pointed at, pinned or chosen in one shows in the other.

import { mounting } from "../shared/mount.js";
import { Atlas } from "./atlas.js";

export default mounting(({ parentElement }) => new Atlas(parentElement.querySelector(".all")));
