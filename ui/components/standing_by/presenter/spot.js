// The bright spot under the mouse, so that the last row sees where the teacher points.

const REST = 2500; // milliseconds without a move after which it goes

export class Spot {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    this.timer = 0;
    /** @type {AbortController | null} */
    this.following = null;
  }

  /** @param {boolean} on */
  follow(on) {
    if (on === (this.following !== null)) return;
    this.following?.abort();
    this.following = on ? new AbortController() : null;
    this.element.hidden = true;
    if (on) document.addEventListener("pointermove", (event) => this.move(event), { signal: this.following.signal });
  }

  /** @param {PointerEvent} event */
  move({ clientX, clientY, pointerType }) {
    if (pointerType !== "mouse") return;
    const zoom = /** @type {any} */ (this.element).currentCSSZoom ?? 1;
    this.element.style.transform = `translate(${clientX / zoom}px, ${clientY / zoom}px)`;
    this.element.hidden = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.element.hidden = true;
    }, REST);
  }
}
