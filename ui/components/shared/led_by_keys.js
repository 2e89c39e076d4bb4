// A canvas on which keys draw as a pointer does, with a mark where they lead the pen.

import { make } from "./dom.js";
import { KeyPen } from "./key_pen.js";
import { STROKE_UNITS } from "./pen.js";

/**
 * Show where the pen is.
 *
 * @param {HTMLElement} mark lies over the canvas
 * @param {number[] | null | undefined} place in thousandths of the side; none hides the mark
 * @param {boolean} down whether the pen is on the paper
 */
export function markPen(mark, place, down) {
  mark.hidden = !place;
  if (!place) return;
  [mark.style.left, mark.style.top] = place.map((at) => `${(100 * at) / STROKE_UNITS}%`);
  mark.classList.toggle("down", down);
}

/**
 * Let keys draw on a canvas, too; its parent is as large as the canvas.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {import("./pen.js").Paper} paper
 * @param {(words: string) => void} say
 * @returns {KeyPen}
 */
export function ledByKeys(canvas, paper, say) {
  const mark = make("i", { className: "pen-mark", hidden: true });
  canvas.after(mark);
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  const show = (led = true) => markPen(mark, led ? keys.place : null, Boolean(keys.stroke));
  const keys = new KeyPen(paper, show, say);
  canvas.addEventListener("keydown", (event) => keys.press(event) && event.preventDefault());
  canvas.addEventListener("keyup", ({ key }) => keys.release(key));
  canvas.addEventListener("focus", () => show(canvas.matches(":focus-visible")));
  canvas.addEventListener("pointerdown", () => show(false));
  canvas.addEventListener("blur", () => {
    keys.leave();
    show(false);
  });
  return keys;
}
