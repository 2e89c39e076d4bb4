// The manifold at once: n x n decoded pictures with axes in units of z; a click goes to the place on the plane.

import { mounting } from "../shared/mount.js";
import { Figure } from "./figure.js";

export default mounting(({ parentElement }) => new Figure(parentElement));
