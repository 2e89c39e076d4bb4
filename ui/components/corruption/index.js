// A stack of corruptions: the picture is corrupted by the page's own random fields while the hand moves, and the page
// hears of it.

import { mounting } from "../shared/mount.js";
import { Editor } from "./editor.js";

export default mounting(({ parentElement }) => new Editor(parentElement));
