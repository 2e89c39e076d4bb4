// The flow: input, encoder, code, decoder, reconstruction, error; it follows the hand, and Python's word when it rests.

import { mounting } from "../shared/mount.js";
import { Flow } from "./flow.js";

export default mounting(({ parentElement }) => new Flow(parentElement));
