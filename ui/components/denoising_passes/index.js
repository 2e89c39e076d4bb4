// Watch denoising: one lane a model with a large picture and a strip of all steps, which all move together.

import { mounting } from "../shared/mount.js";
import { Passes } from "./passes.js";

export default mounting(({ parentElement }) => new Passes(parentElement));
