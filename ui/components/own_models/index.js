// The models that the student keeps, shown on a page beside the trained zoo.

import { mounting } from "../shared/mount.js";
import { OwnModels } from "./own_models.js";

export default mounting(({ parentElement }) => new OwnModels(parentElement));
