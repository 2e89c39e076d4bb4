// The presenter: turns keys, buttons and the window of notes into moves, and the page into one for the last row.

import { named } from "../../shared/dom.js";
import { ownChannel } from "./channel.js";
import { Code } from "./code.js";
import { focusedElement, isTaken, meaning } from "./keys.js";
import { Spot } from "./spot.js";

const LINKS = ".st-key-presenter_links a";
const WINDOW = "popup,width=520,height=680";
const DESIGN_WIDTH = 1150; // CSS pixels that a presented page is laid out for; wider windows enlarge it
const MOST_ZOOM = 2.4;

export class Presenter {
  /** @param {import("../../shared/mount.js").Component} component */
  constructor({ parentElement, setTriggerValue }) {
    this.box = /** @type {HTMLElement} */ (parentElement.querySelector(".presenter"));
    this.wish = setTriggerValue;
    this.parts = named(this.box, "is");
    this.buttons = named(this.box, "do");
    this.code = new Code(this.box.querySelector("dialog"));
    this.spot = new Spot(this.box.querySelector(".spot"));
    this.channel = new BroadcastChannel(ownChannel());
    this.leaving = new AbortController();
    this.on = false;
    this.listen();
  }

  listen() {
    const { signal } = this.leaving;
    document.addEventListener("keydown", (event) => this.key(event), { signal });
    window.addEventListener("resize", () => this.enlarge(), { signal });
    this.box.addEventListener("click", (event) => {
      const button = event.target instanceof Element ? event.target.closest("button") : null;
      if (button) this.act(button.dataset.do);
    });
    this.channel.addEventListener("message", ({ data }) => {
      if (data.kind === "hello") this.tell();
      if (data.kind === "lead" && this.on) this.act(data.deed);
    });
  }

  /** @param {import("../../shared/mount.js").Component} component */
  update({ data }) {
    this.data = data;
    this.turn(data.on);
    this.parts.place.textContent = data.place;
    this.buttons.back.disabled = !data.back;
    this.buttons.next.disabled = !data.next;
    this.tell();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const deed = event.defaultPrevented ? null : meaning(event, this.on);
    if (!deed || this.code.isOpen || isTaken(focusedElement(), deed, event.key)) return;
    event.preventDefault();
    this.act(deed);
  }

  /** @param {string} deed */
  act(deed) {
    if (deed === "back" || deed === "next") this.go(deed);
    else if (deed === "qr") this.code.show(this.data.qr);
    else if (deed === "notes") this.openNotes();
    else if (deed === "leave") this.set(false);
    else if (deed === "toggle") this.set(!this.on);
  }

  /** @param {string} way */
  go(way) {
    const links = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(LINKS)]);
    links.find((link) => link.textContent.trim() === way)?.click();
  }

  /** @param {boolean} on at once here, then on the server */
  set(on) {
    this.turn(on);
    this.wish("wish", on ? "on" : "off");
  }

  /** @param {boolean} on */
  turn(on) {
    this.on = on;
    this.box.hidden = !on;
    this.spot.follow(on);
    this.enlarge();
  }

  enlarge() {
    const root = document.documentElement;
    root.toggleAttribute("data-presenting", this.on);
    const zoom = Math.min(MOST_ZOOM, Math.max(1, window.innerWidth / DESIGN_WIDTH));
    root.style.setProperty("--presenting-zoom", this.on ? zoom.toFixed(3) : "1");
  }

  openNotes() {
    const address = new URL(this.data.window, document.baseURI);
    address.searchParams.set("channel", ownChannel());
    window.open(address, ownChannel(), WINDOW);
  }

  tell() {
    if (!this.on) return;
    const { title, place, notes, next } = this.data;
    this.channel.postMessage({ kind: "shown", title, place, notes, next });
  }

  remove() {
    this.turn(false);
    this.leaving.abort();
    this.channel.close();
  }
}
