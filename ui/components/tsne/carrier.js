// Carries codes into the page; it shows nothing. Its message is large and goes over the wire once for every choice.

import { readMessage } from "../shared/message.js";
import { tell } from "../shared/page.js";
import { keepMaterial } from "./material.js";

/** @param {import("../shared/mount.js").Component} component */
export default function carry({ data }) {
  const { header, arrays } = readMessage(data);
  keepMaterial(header.key, { columns: header.columns, codes: arrays.codes, labels: arrays.labels });
  tell("tsne-codes", header.key);
}
