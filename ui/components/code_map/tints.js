// Which colour a point has: by class, by cluster, or on a scale from low to high.

import { CLASS_COLOURS, mix, rgb } from "../shared/colours.js";

/** Ten more than the classes have: their colours, darker or lighter. */
export const CLUSTER_COLOURS = [
  ...CLASS_COLOURS,
  ...["#1f5c94", "#c27c00", "#ef6a52", "#5f6d6b", "#b77be0"],
  ...["#6d3f33", "#ff9d5c", "#7d7432", "#3f4250", "#3f9aa0"],
];
export const RAMP = ["#3056d3", "#8a3fc4", "#d23f77", "#ee7f33", "#f5c13d"].map(rgb);

/**
 * @param {number} share 0 to 1
 * @returns {import("../shared/colours.js").Rgb} the colour there on the scale
 */
export function onRamp(share) {
  const at = Math.min(1, Math.max(0, share)) * (RAMP.length - 1);
  const below = Math.min(RAMP.length - 2, Math.floor(at));
  return mix(RAMP[below], RAMP[below + 1], at - below);
}

/**
 * Give the colours of all points from what the server says of them.
 *
 * @param {import("../shared/message.js").Message} message
 * @returns {Uint8Array} three bytes each
 */
export function tintsOf({ header, arrays: { values } }) {
  const tints = new Uint8Array(3 * values.length);
  const colours = CLUSTER_COLOURS.map(rgb);
  const span = header.high - header.low;
  const colourOf = (value) => (header.kind === "scale" ? onRamp((value - header.low) / span) : colours[value]);
  for (let index = 0; index < values.length; index += 1) tints.set(colourOf(values[index]), 3 * index);
  return tints;
}
