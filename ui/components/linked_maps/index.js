// Small maps of the same digits: dots by class, the student's own digit as a cross, and one ring in every map.

import { mounting } from "../shared/mount.js";
import { LinkedMaps } from "./linked_maps.js";

export default mounting(({ parentElement }) => new LinkedMaps(parentElement));
