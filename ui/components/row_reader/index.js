// A picture read row by row: what was read, the code after every row, and what each would rebuild.

import { mounting } from "../shared/mount.js";
import { RowReader } from "./row_reader.js";

export default mounting(({ parentElement }) => new RowReader(parentElement));
