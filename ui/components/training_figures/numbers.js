// A run in numbers.

import { fitChildren, make } from "../shared/dom.js";

/**
 * @param {HTMLElement} list
 * @param {import("../training/history.js").Frame} frame
 * @param {{ parameters: number, train: number, held: number }} facts
 */
export function showNumbers(
  list,
  { step, epoch, seconds, stepsASecond, examplesASecond },
  { parameters, train, held },
) {
  const numbers = [
    ["Steps", step.toLocaleString("en")],
    ["Epochs", epoch.toFixed(1)],
    ["Seconds", seconds.toFixed(1)],
    ["Steps a second", stepsASecond.toFixed(0)],
    ["Pictures a second", Math.round(examplesASecond).toLocaleString("en")],
    ["Weights", parameters.toLocaleString("en")],
    ["Pictures", train.toLocaleString("en")],
    ["Held out", held.toLocaleString("en")],
  ];
  fitChildren(list, numbers.length, () => make("div", {}, make("dt"), make("dd")));
  for (const [index, texts] of numbers.entries()) {
    const row = list.children[index];
    for (const [place, text] of texts.entries()) {
      if (row.children[place].textContent !== text) row.children[place].textContent = text;
    }
  }
}
