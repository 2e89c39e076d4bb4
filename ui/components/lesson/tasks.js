// What is to be done, and what is done of it; stays in view while the hand is busy below.

import { bringIntoView, make } from "../shared/dom.js";
import { bold } from "./bold.js";
import { entryOf, withStep } from "./record.js";
import { change, lesson } from "./store.js";

const HEIGHT = "--lesson-tasks";
const EDGE = 60; // CSS pixels of a place that have to be seen, where it is higher than the screen

export class Tasks {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    root.classList.add("tasks");
    this.list = make("ol");
    this.jump = make("button", { type: "button", className: "main" });
    this.jump.onclick = () => {
      if (this.over) document.dispatchEvent(new CustomEvent("lesson-compare"));
      else bringIntoView(placeOf(this.next), "start");
    };
    this.status = make("span", { className: "unseen" });
    this.status.setAttribute("role", "status");
    this.all = make("b", { textContent: "Done.", hidden: true });
    root.append(this.list, this.all, this.jump, this.status);
    this.shown = "";
    this.next = 0;
    this.over = false; // whether there is nothing to do any more
    this.sent = false; // whether the page has been told of places from before a reload
    this.observer = new ResizeObserver(() => this.measure());
    this.observer.observe(root);
    this.look = () => this.point();
    document.addEventListener("scroll", this.look, { capture: true, passive: true });
  }

  /** @param {import("../shared/mount.js").Component} component */
  update({ data: { step, words, done, earlier, places }, setStateValue }) {
    this.keep(step, places, setStateValue);
    const next = done.indexOf(false);
    this.over = next < 0 || earlier;
    this.next = next;
    this.point();
    const shown = JSON.stringify([words, done, earlier]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.list.replaceChildren(...words.map((text, at) => task(text, at + 1, done[at], at === next)));
    this.all.hidden = next >= 0 && !earlier;
    this.root.classList.toggle("over", this.over);
    this.all.textContent = next < 0 ? "Done." : "Done on an earlier visit. Do it again, if you like.";
    this.root.classList.toggle("earlier", next >= 0 && earlier);
    this.status.textContent = next < 0 ? "All done. Compare below." : `To do: ${plain(words[next])}`;
    this.root.dataset.ready = "true";
    this.root.dataset.done = done.filter(Boolean).length;
  }

  /**
   * Keep the places that were judged; a page that knows of none is told of those that are kept.
   *
   * @param {string} step
   * @param {import("./record.js").Judged[]} places
   * @param {(name: string, value: unknown) => void} send
   */
  keep(step, places, send) {
    const { places: kept = [] } = entryOf(lesson(), step);
    if (places.length > 0 && JSON.stringify(places) !== JSON.stringify(kept))
      change((lesson) => withStep(lesson, step, { places }));
    if (places.length > 0 || kept.length === 0 || this.sent) return;
    this.sent = true;
    send("places", kept);
  }

  /** Offer the way to what comes next, if it is out of sight: the page never scrolls by itself. */
  point() {
    const place = placeOf(this.next)?.getBoundingClientRect();
    const from = this.root.getBoundingClientRect().bottom;
    const seen = !place || isSeen(place, from, window.innerHeight);
    this.jump.classList.toggle("later", !this.over && seen);
    const words = this.over ? "Compare ↓" : place?.top < from ? "Show ↑" : "Show ↓";
    if (this.jump.textContent === words) return;
    this.jump.replaceChildren(make("span", {}, words.slice(0, -1)), words.slice(-1));
    this.jump.ariaLabel = this.over ? null : "Show what that is done with";
  }

  /** Tell the page how high this is, for what has to come to rest below it. */
  measure() {
    document.documentElement.style.setProperty(HEIGHT, `${this.root.offsetHeight}px`);
  }

  remove() {
    this.observer.disconnect();
    document.removeEventListener("scroll", this.look, { capture: true });
    document.documentElement.style.removeProperty(HEIGHT);
  }
}

/** @param {number} task */
function placeOf(task) {
  return document.querySelector(`.st-key-lesson_task_${task}`);
}

/**
 * Say whether a place is seen: whole, or where there is no room for that, an edge of it.
 *
 * @param {{ top: number, bottom: number }} place
 * @param {number} from where the screen begins that is free
 * @param {number} to where it ends
 */
export function isSeen({ top, bottom }, from, to) {
  const need = bottom - top <= to - from ? bottom - top : EDGE;
  return bottom - need >= from && top + need <= to;
}

function task(text, number, done, next) {
  const mark = make("i", { textContent: done ? "✓" : String(number) });
  mark.dataset.number = String(number);
  const item = make("li", { className: done ? "done" : next ? "next" : "" }, mark, make("span", {}, ...bold(text)));
  if (next) item.setAttribute("aria-current", "step");
  return item;
}

function plain(text) {
  return text.replaceAll("**", "");
}
