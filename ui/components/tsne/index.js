// t-SNE under the student's eyes: a worker moves the points, this side paints them and says what is going on.

import { mounting } from "../shared/mount.js";
import { Board } from "./board.js";

export default mounting(({ parentElement }) => new Board(parentElement));
