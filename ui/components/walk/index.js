// A walk through latent space: twelve pictures of it, and a player that moves the point on the plane along it.

import { mounting } from "../shared/mount.js";
import { Walk } from "./walk.js";

export default mounting(({ parentElement }) => new Walk(parentElement));
