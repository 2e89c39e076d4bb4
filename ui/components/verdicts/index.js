// What several classifiers say of one picture.

import { mounting } from "../shared/mount.js";
import { Verdicts } from "./verdicts.js";

export default mounting(({ parentElement }) => new Verdicts(parentElement));
