// How a widget comes onto the page, hears of news, and goes.

import { fetchKept } from "./kept.js";
import { readMessage } from "./message.js";
import { bounded } from "./outgoing.js";

const SHORT = 200; // bytes; a message that only says where the real one is fetched is shorter

/**
 * What Streamlit hands over whenever the data or the theme has changed.
 *
 * @typedef {object} Component
 * @property {HTMLElement} parentElement the same as long as the component is on the page
 * @property {any} data
 * @property {(name: string, value: any) => void} [setStateValue]
 * @property {(name: string, value: any) => void} [setTriggerValue]
 */

/**
 * @typedef {object} Widget
 * @property {(component: Component) => void} update hears of news
 * @property {() => void} [remove] lets go of what lies outside of the component's own elements
 */

const STREAMLITS = ["r", "c"]; // run the page anew, clear the cache

/** Keep keys from Streamlit that mean something to it wherever the focus is. */
function keep(/** @type {KeyboardEvent} */ event) {
  const plain = !(event.ctrlKey || event.metaKey || event.altKey);
  if (plain && STREAMLITS.includes(event.key.toLowerCase())) event.stopPropagation();
}

/**
 * Give the function that Streamlit calls with a component: one widget lives as long as the component is on the page.
 *
 * @param {(component: Component) => Widget} make called once for every component on a page
 * @returns {(component: Component) => () => void}
 */
export function mounting(make) {
  /** @type {WeakMap<HTMLElement, Widget>} */
  const widgets = new WeakMap();
  /** @type {WeakMap<HTMLElement, Component>} */
  const newest = new WeakMap();
  return (given) => {
    const component = checking(given);
    const { parentElement } = component;
    if (!widgets.has(parentElement)) {
      widgets.set(parentElement, make(component));
      parentElement.addEventListener("keydown", keep);
    }
    const widget = widgets.get(parentElement);
    const at = addressIn(component.data);
    newest.set(parentElement, component);
    if (at) fetched(at, component, () => newest.get(parentElement) === component && widgets.has(parentElement), widget);
    else widget.update(component);
    const end = () => {
      if (widgets.get(parentElement) !== widget) return;
      widget.remove?.();
      widgets.delete(parentElement);
    };
    return () => {
      if (newest.get(parentElement) === component) end();
      else setTimeout(() => parentElement.isConnected || end()); // news came first, and the component may well be there
    };
  };
}

/** @param {Component} component whose messages are to be no larger than the server takes */
function checking({ setStateValue, setTriggerValue, ...component }) {
  return { ...component, setStateValue: bounded(setStateValue), setTriggerValue: bounded(setTriggerValue) };
}

/** Where the message of a component is fetched; nothing where it has come itself. */
function addressIn(data) {
  return data instanceof Uint8Array && data.length < SHORT ? readMessage(data).header.at : undefined;
}

/**
 * Fetch a component's message and hand it on, unless there is newer one by then.
 *
 * @param {string} at
 * @param {Component} component
 * @param {() => boolean} wanted
 * @param {Widget} widget
 */
async function fetched(at, component, wanted, widget) {
  try {
    const data = await fetchKept(at);
    if (wanted()) widget.update({ ...component, data });
  } catch (error) {
    const sentence = document.createElement("p");
    sentence.textContent = /** @type {Error} */ (error).message;
    component.parentElement.append(sentence);
  }
}
