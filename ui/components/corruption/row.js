// One row of the list: what corrupts the picture, how much, and in what order.

import { make } from "../shared/dom.js";

/**
 * Make the row of a layer.
 *
 * @param {import("./editor.js").Editor} editor
 * @param {import("../shared/corruption.js").Layer} layer
 * @param {number} index its place in the order
 */
export function layerRow(editor, layer, index) {
  const { title, text } = editor.header.kinds[layer.kind];
  const number = make("output", { textContent: layer.amount.toFixed(2), ariaLive: "off" });
  const parts = [kindChoice(editor, layer, index), orderButtons(editor, layer, index, title)];
  const range = amountRange(editor, layer, index, number);
  return make("li", { className: "layer" }, ...parts, range, number, make("p", { textContent: text }));
}

function kindChoice(editor, layer, index) {
  const { kinds } = editor.header;
  const options = Object.entries(kinds).map(([value, { title }]) => make("option", { value, textContent: title }));
  const choice = make("select", { ariaLabel: `Corruption ${index + 1}` }, ...options);
  choice.value = layer.kind;
  choice.onchange = () => editor.change(index, { kind: choice.value, amount: kinds[choice.value].usual });
  return choice;
}

function orderButtons(editor, layer, index, title) {
  const first = index === 0;
  const earlier = make("button", { type: "button", textContent: "↑", title: "Earlier", disabled: first });
  earlier.ariaLabel = `${title}: earlier`;
  earlier.onclick = () => editor.change(index - 1, layer, editor.layers[index - 1]);
  const away = make("button", { type: "button", textContent: "✕", title: "Take it away" });
  away.ariaLabel = `${title}: take it away`;
  away.onclick = () => editor.change(index);
  return make("div", { className: "order" }, earlier, away);
}

function amountRange(editor, layer, index, number) {
  const { title, most, step } = editor.header.kinds[layer.kind];
  const range = make("input", { type: "range", min: 0, max: most, step, ariaLabel: `Amount: ${title}` });
  range.value = String(layer.amount);
  range.dataset.testid = `amount-${index}`;
  range.oninput = () => {
    layer.amount = Number(range.valueAsNumber.toFixed(2));
    number.textContent = layer.amount.toFixed(2);
    editor.draw();
  };
  range.onchange = () => editor.lift();
  return range;
}
