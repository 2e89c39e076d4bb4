// The wheel over a map: with Ctrl or ⌘ it zooms, as a touchpad's pinch does, which comes with Ctrl; alone it scrolls the
// page, and the map says how to zoom.

import { make } from "./dom.js";
import { placeOn } from "./gestures.js";

const READ = 1600; // milliseconds
const PINCH = 5; // times stronger than the wheel
const MOST = 150; // CSS pixels of one turn: a notch of a mouse's wheel must not leap
const LINE = 16;
const BELOW = 56; // CSS pixels from the map's lower edge to the hint's upper one

/**
 * @param {WheelEvent} event
 * @param {number} rate
 * @returns {number} how many times closer it brings the view
 */
export function wheelCloser({ deltaY, deltaMode, ctrlKey }, rate) {
  const turned = deltaY * (deltaMode === 1 ? LINE : 1) * (ctrlKey ? PINCH : 1);
  return Math.exp(-Math.max(-MOST, Math.min(MOST, turned)) * rate);
}

/**
 * Let the wheel zoom a map.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {number} rate
 * @param {(closer: number, place: number[]) => void} zoom not called for a wheel that scrolls the page
 * @param {() => boolean} ready whether there is something to zoom
 */
export function zoomByWheel(canvas, rate, zoom, ready) {
  const hint = make("span", { className: "wheel-hint", textContent: `${keyName()} + wheel zooms` });
  hint.setAttribute("aria-hidden", "true");
  let timer = 0;
  const turned = (/** @type {WheelEvent} */ event) => {
    if (!ready()) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      hint.remove();
      zoom(wheelCloser(event, rate), placeOn(canvas, event));
      return;
    }
    hint.style.top = `${canvas.offsetTop + canvas.offsetHeight - BELOW}px`;
    canvas.after(hint);
    clearTimeout(timer);
    timer = setTimeout(() => hint.remove(), READ);
  };
  canvas.addEventListener("wheel", turned, { passive: false });
}

function keyName() {
  return /Mac/.test(navigator.platform) ? "⌘" : "Ctrl";
}
