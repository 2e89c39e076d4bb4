// Learning curves.

import { mounting } from "../shared/mount.js";
import { LearningCurves } from "./learning_curves.js";

export default mounting(({ parentElement }) => new LearningCurves(parentElement));
