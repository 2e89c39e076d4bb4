// All terms of the glossary.

import { mounting } from "../shared/mount.js";
import { Glossary } from "./glossary.js";

export default mounting(({ parentElement }) => new Glossary(parentElement));
