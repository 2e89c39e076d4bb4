// Brings a model into the page; it shows nothing. Its message is large and never changes.

import { readMessage } from "../shared/message.js";
import { keepModel } from "./models.js";

/** @param {import("../shared/mount.js").Component} component */
export default function carry({ data }) {
  keepModel(readMessage(data));
}
