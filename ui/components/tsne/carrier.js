// Carries codes into the page; it shows nothing. Its message is large and goes over the wire once for every choice.

const KEPT = 3;

export default function ({ data }) {
  const { header, arrays } = readMessage(data);
  globalThis.tsneCodes ??= new Map();
  const kept = globalThis.tsneCodes;
  kept.delete(header.key);
  kept.set(header.key, { columns: header.columns, ...arrays });
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
  document.dispatchEvent(new CustomEvent("tsne-codes", { detail: header.key }));
}
