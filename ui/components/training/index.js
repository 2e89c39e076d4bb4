// "Train one": an autoencoder that a worker trains, under the student's eyes and hands.

import { mounting } from "../shared/mount.js";
import { Training } from "./training.js";

export default mounting(({ parentElement }) => new Training(parentElement.querySelector(".training")));
