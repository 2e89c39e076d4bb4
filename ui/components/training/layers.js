// The layers of a network as they are drawn, and what a tap on + or − makes of them.

/** @typedef {import("../shared/learning/settings.js").Settings} Settings */

/**
 * @typedef {object} Drawn a layer
 * @property {number} width how many numbers it puts out
 * @property {"input" | "hidden" | "code" | "mirror" | "output"} what
 * @property {number} index of a hidden layer, from the input on
 */

export const PIXELS = 784;
export const MOST_LAYERS = 4;
const WIDTHS = [4, 8, 16, 32, 64, 128, 256, 512];
export const CODES = [1, 2, 3, 4, 6, 8, 10, 12, 16, 24, 32, 48, 64, 96, 128];
const FIRST = 128;

/**
 * Lay out what is drawn, from the picture to its reconstruction.
 *
 * @param {Settings} settings
 * @param {number[]} [shapes] of a network whose widths cannot be chosen, as the worker tells them
 * @returns {Drawn[]}
 */
export function layersOf({ network, widths, code }, shapes) {
  if (network === "convolutional" && shapes) return ofShapes(shapes, code);
  const hidden = network === "convolutional" ? [] : widths;
  return [
    { width: PIXELS, what: "input", index: -1 },
    ...hidden.map((width, index) => ({ width, what: /** @type {const} */ ("hidden"), index })),
    { width: code, what: "code", index: -1 },
    ...hidden.toReversed().map((width) => ({ width, what: /** @type {const} */ ("mirror"), index: -1 })),
    { width: PIXELS, what: "output", index: -1 },
  ];
}

/** @returns {Drawn[]} */
function ofShapes(shapes, code) {
  const middle = shapes.indexOf(Math.min(...shapes));
  const at = shapes.indexOf(code) < 0 ? middle : shapes.indexOf(code);
  return shapes.map((width, place) => {
    const what = place === 0 ? "input" : place === at ? "code" : place === shapes.length - 1 ? "output" : "mirror";
    return { width, what, index: -1 };
  });
}

/**
 * Make a layer wider or narrower.
 *
 * @param {Settings} settings
 * @param {Drawn} layer
 * @param {boolean} wider
 * @returns {Partial<Settings>} what changes; nothing at the end of the scale
 */
export function resized({ widths, code }, { what, index }, wider) {
  if (what === "code") return { code: neighbour(CODES, code, wider) };
  return { widths: widths.map((width, at) => (at === index ? neighbour(WIDTHS, width, wider) : width)) };
}

/**
 * Add a hidden layer next to the code, or take the last one away.
 *
 * @param {Settings} settings
 * @param {boolean} more
 * @returns {Partial<Settings>}
 */
export function deepened({ widths }, more) {
  if (!more) return { widths: widths.slice(0, -1) };
  const half = widths.length ? Math.max(WIDTHS[0], Math.round(widths.at(-1) / 2)) : FIRST;
  return { widths: [...widths, half].slice(0, MOST_LAYERS) };
}

/**
 * The next value of a scale.
 *
 * @param {number[]} scale ascending
 * @param {number} value
 * @param {boolean} up
 */
export function neighbour(scale, value, up) {
  return (up ? scale.find((other) => other > value) : scale.findLast((other) => other < value)) ?? value;
}
