// Lines in a box with two axes.

import { mounting } from "../shared/mount.js";
import { Lines } from "./lines.js";

export default mounting(({ parentElement }) => new Lines(parentElement));
