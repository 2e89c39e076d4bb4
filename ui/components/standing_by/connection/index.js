// Says that the connection is lost, that nothing else is, and when it is back.

import { mounting } from "../../shared/mount.js";
import { Notice } from "./notice.js";

export default mounting(({ parentElement }) => new Notice(parentElement));
