// Carries one half of a model into the page; it shows nothing. Its message is large and never changes.

import { readMessage } from "../shared/message.js";
import { keepHalf } from "./models.js";

/** @param {import("../shared/mount.js").Component} component */
export default function carry({ data }) {
  keepHalf(readMessage(data));
}
