// Elements made and found.

/**
 * Make an element.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [properties] of the element, e.g. className, textContent
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/**
 * Find the elements that carry a name in a data attribute.
 *
 * @param {ParentNode} root
 * @param {string} attribute e.g. "do" for data-do
 * @returns {Record<string, any>} the elements by those names
 */
export function named(root, attribute) {
  const elements = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(`[data-${attribute}]`)]);
  return Object.fromEntries(elements.map((element) => [element.dataset[attribute], element]));
}

/**
 * Bring the number of an element's children to a count.
 *
 * @param {Element} parent
 * @param {number} count
 * @param {(index: number) => Element} add makes the one that is missing at a place
 */
export function fitChildren(parent, count, add) {
  while (parent.children.length > count) parent.lastElementChild.remove();
  while (parent.children.length < count) parent.append(add(parent.children.length));
}

/** @returns {boolean} whether the student asked for a screen that does not move */
export function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * Bring an element into view.
 *
 * @param {Element} [element]
 * @param {ScrollLogicalPosition} [block] where on the screen; "nearest" moves nothing that is in view
 */
export function bringIntoView(element, block = "nearest") {
  element?.scrollIntoView({ block, behavior: calm() ? "auto" : "smooth" });
}
