// The window of notes: shows what belongs to the page that is presented, and leads it from here, too.

import { named } from "../../shared/dom.js";
import { meaning } from "./keys.js";

const parts = named(document, "is");
const channel = new BroadcastChannel(new URLSearchParams(location.search).get("channel") ?? "aemodels-notes");
let start = Date.now();

channel.addEventListener("message", ({ data }) => {
  if (data.kind !== "shown") return;
  parts.place.textContent = data.place;
  parts.title.textContent = data.title;
  parts.next.textContent = data.next ? `Next: ${data.next}` : "This is the last page.";
  const items = data.notes.length ? data.notes : ["There are no notes for this page."];
  parts.notes.replaceChildren(
    ...items.map((/** @type {string} */ note) => Object.assign(document.createElement("li"), { textContent: note })),
  );
});
channel.postMessage({ kind: "hello" });

/** @param {string} deed */
const lead = (deed) => channel.postMessage({ kind: "lead", deed });

parts.back.addEventListener("click", () => lead("back"));
parts.on.addEventListener("click", () => lead("next"));
parts.restart.addEventListener("click", () => {
  start = Date.now();
  tick();
});
document.addEventListener("keydown", (event) => {
  const deed = meaning(event, true);
  if (deed !== "back" && deed !== "next") return;
  event.preventDefault();
  lead(deed);
});

function tick() {
  const seconds = Math.floor((Date.now() - start) / 1000);
  parts.timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  parts.clock.textContent = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}
setInterval(tick, 1000);
tick();
