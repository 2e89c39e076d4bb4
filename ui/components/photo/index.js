// A photo with frames around its digits.

import { mounting } from "../shared/mount.js";
import { Photo } from "./photo.js";

export default mounting(({ parentElement }) => new Photo(parentElement));
