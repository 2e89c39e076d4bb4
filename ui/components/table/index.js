// A table to read, sorted by a click on a heading.

import { mounting } from "../shared/mount.js";
import { Table } from "./table.js";

export default mounting(({ parentElement }) => new Table(parentElement));
