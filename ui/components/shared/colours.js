// Colours as [red, green, blue], 0 to 255 each, and the colours of the classes.

/** @typedef {number[]} Rgb */

/** Petroff's ten colours, chosen to stay apart for every kind of colour vision. */
export const CLASS_COLOURS = [
  ...["#3f90da", "#ffa90e", "#bd1f01", "#94a4a2", "#832db6"],
  ...["#a96b59", "#e76300", "#b9ac70", "#717581", "#92dadd"],
];

/**
 * Read a colour.
 *
 * @param {string} hex "#rrggbb"
 * @returns {Rgb}
 */
export function rgb(hex) {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/**
 * Write a colour as CSS does.
 *
 * @param {Rgb | Uint8Array} colour
 * @param {number} [alpha] 0 to 1
 */
export function css([red, green, blue], alpha = 1) {
  return `rgb(${red} ${green} ${blue} / ${alpha})`;
}

/**
 * @param {Rgb} from
 * @param {Rgb} to
 * @param {number} share 0 to 1
 * @returns {Rgb} the colour at that share of the way
 */
export function mix(from, to, share) {
  return from.map((value, channel) => value + (to[channel] - value) * share);
}

/**
 * @param {(byte: number) => Rgb} colourOf
 * @returns {Rgb[]} the colours of all bytes
 */
export function byteColours(colourOf) {
  return Array.from({ length: 256 }, (_, byte) => colourOf(byte));
}

/**
 * @param {Rgb} paper
 * @param {Rgb} ink
 * @returns {Rgb[]} what colour a byte of ink has, 0 (paper) to 255 (ink)
 */
export function inkColours(paper, ink) {
  return byteColours((byte) => mix(paper, ink, byte / 255));
}

/**
 * @param {Rgb} paper
 * @param {Rgb} missing where the error is below zero
 * @param {Rgb} extra where it is above
 * @returns {Rgb[]} what colour a byte of error has; 128 stands for none
 */
export function errorColours(paper, missing, extra) {
  return byteColours((byte) => {
    const error = (byte - 128) / 127;
    return mix(paper, error < 0 ? missing : extra, Math.min(1, Math.abs(error) * 1.2));
  });
}
