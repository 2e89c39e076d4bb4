// What a component sends to the page: nothing that the server would refuse, for it then closes the connection.

import { tell } from "./page.js";

/** @typedef {(name: string, value: any) => void} Send */

export const UNSENT = "component-unsent";
export const MOST = 3_000_000; // characters; the server takes 4 MB of all components together
const MB = 1e6;

/**
 * Give a component's way to send that lets nothing too large through. The component keeps what it wanted to send; a
 * sentence says so, and goes with the next message that fits.
 *
 * @param {Send} [send]
 * @returns {Send | undefined}
 */
export function bounded(send) {
  if (!send) return undefined;
  return (name, value) => {
    const size = JSON.stringify(value)?.length ?? 0;
    tell(UNSENT, size > MOST ? sentence(size) : "");
    if (size <= MOST) send(name, value);
  };
}

/** @param {number} size in characters */
function sentence(size) {
  const [is, most] = [size / MB, MOST / MB].map((share) => share.toFixed(1));
  return `This is too large for the server: ${is} MB of at most ${most} MB. It stays here as it is, but has not been sent. Undo or clear a part of it to go on.`;
}
