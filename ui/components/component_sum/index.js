// A digit from principal components: pictures and error follow the slider while it moves.

import { mounting } from "../shared/mount.js";
import { Sum } from "./sum.js";

export default mounting(({ parentElement }) => new Sum(parentElement));
