// Leads a presented page.

import { mounting } from "../../shared/mount.js";
import { Presenter } from "./presenter.js";

export default mounting((component) => new Presenter(component));
