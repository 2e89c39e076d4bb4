// What a screen reader is told of a picture: as it is when it has come to rest, not at every frame on the way.

const REST = 300; // milliseconds without another change
/** @type {WeakMap<Element, ReturnType<typeof setTimeout>>} */
const waiting = new WeakMap();

/**
 * Give a picture a name that says what it shows, as soon as that has not changed for a moment.
 *
 * @param {Element} picture
 * @param {() => string} words called then, unless something newer is to be said
 */
export function describe(picture, words) {
  clearTimeout(waiting.get(picture));
  waiting.set(
    picture,
    setTimeout(() => picture.setAttribute("aria-label", words()), REST),
  );
}
