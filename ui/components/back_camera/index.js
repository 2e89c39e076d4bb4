// Streamlit's camera begins with the one that faces the user; a digit lies on the table.

import { mounting } from "../shared/mount.js";
import { backFirst } from "./facing.js";

export default mounting(() => {
  const restore = backFirst(navigator.mediaDevices);
  return { update() {}, remove: restore };
});
