// Bars of numbers from 0 to 1.

import { readMessage } from "../shared/message.js";
import { mounting } from "../shared/mount.js";

export default mounting(({ parentElement }) => ({
  update({ data }) {
    const { bars, label, mark } = readMessage(data).header;
    const root = parentElement.querySelector("figure");
    root.style.setProperty("--mark", String(mark));
    root.querySelector("figcaption").textContent = label;
    root.querySelector("ol").replaceChildren(...bars.map(row));
    root.dataset.ready = "true";
  },
}));

function row({ title, share, from, to, chosen }) {
  const item = document.createElement("li");
  const [name, track, bar, number] = ["title", "track", "bar", "number"].map((word) => {
    const part = document.createElement("span");
    part.className = word;
    return part;
  });
  item.className = chosen ? "chosen" : "";
  name.textContent = name.title = title;
  number.textContent = share.toFixed(3);
  bar.style.setProperty("--from", String(from));
  bar.style.setProperty("--to", String(to));
  track.append(bar);
  item.append(name, number, track);
  return item;
}
