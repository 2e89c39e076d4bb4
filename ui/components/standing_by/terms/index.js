// Explains the terms of a page where they stand.

import { mounting } from "../../shared/mount.js";
import { Listener } from "./listener.js";

export default mounting(({ parentElement }) => new Listener(parentElement));
