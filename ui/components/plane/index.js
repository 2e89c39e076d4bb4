// The latent plane: what the hand touches is decoded at once, in the page; the server hears of it when the hand rests.

import { mounting } from "../shared/mount.js";
import { Plane } from "./plane.js";

export default mounting(({ parentElement }) => new Plane(parentElement));
