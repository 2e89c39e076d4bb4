// Shapes and text of drawings that are made as SVG.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make a shape.
 *
 * @param {string} name of the element
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElement}
 */
export function shape(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return /** @type {SVGElement} */ (element);
}

/**
 * Make a piece of text.
 *
 * @param {string | number} text
 * @param {number} x
 * @param {number} y of its baseline
 * @param {"start" | "middle" | "end"} anchor
 */
export function label(text, x, y, anchor) {
  const element = shape("text", { x, y, "text-anchor": anchor });
  element.textContent = String(text);
  return element;
}

/**
 * Make a line through points at whole places along x, from 0 on.
 *
 * @param {ArrayLike<number>} values
 * @param {(place: number) => number} x
 * @param {(value: number) => number} y
 * @param {Record<string, string>} [attributes]
 */
export function curve(values, x, y, attributes = {}) {
  const points = Array.from(values, (value, place) => `${x(place)},${y(value)}`).join(" ");
  return shape("polyline", { points, ...attributes });
}

/**
 * Find places in a box with margins.
 *
 * @param {{ width: number, height: number, left: number, right: number, top: number, bottom: number }} box
 * @returns {{ across: (share: number) => number, up: (share: number) => number }} shares of the room in it as places
 */
export function placesIn({ width, height, left, right, top, bottom }) {
  return {
    across: (share) => left + (width - left - right) * share,
    up: (share) => height - bottom - (height - top - bottom) * share,
  };
}
