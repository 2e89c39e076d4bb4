// A cloud in space: turned by hand, and played round by round while the network's plane turns into PCA's.

import { mounting } from "../shared/mount.js";
import { Cloud } from "./cloud.js";

export default mounting(({ parentElement }) => new Cloud(parentElement));
