// Ways from one picture to another: all frames of all rows lie here, so the large pictures follow the slider without
// asking the server.

import { mounting } from "../shared/mount.js";
import { Ways } from "./ways.js";

export default mounting(({ parentElement }) => new Ways(parentElement));
