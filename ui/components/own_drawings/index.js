// The student's own drawings: what is on the pad is added with one tap, and each goes with another.

import { mounting } from "../shared/mount.js";
import { Collection } from "./collection.js";

export default mounting(({ parentElement }) => new Collection(parentElement));
