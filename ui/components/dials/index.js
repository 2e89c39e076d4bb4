// The dials: the code goes to the page while the hand moves, and the picture decoded from it comes back as bytes.

import { mounting } from "../shared/mount.js";
import { Dials } from "./dials.js";

export default mounting(({ parentElement }) => new Dials(parentElement));
