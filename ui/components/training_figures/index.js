// What happens inside the network that is trained on this page, and the controls of its training.

import { mounting } from "../shared/mount.js";
import { Figures } from "./figures.js";

export default mounting(({ parentElement }) => new Figures(parentElement.querySelector(".figures")));
