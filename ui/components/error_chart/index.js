// The chart of errors: models as dots, the baseline as a line, and a model's name under the pointer.

import { mounting } from "../shared/mount.js";
import { ErrorChart } from "./error_chart.js";

export default mounting(({ parentElement }) => new ErrorChart(parentElement));
