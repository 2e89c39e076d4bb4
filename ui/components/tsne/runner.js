// The worker that runs t-SNE, as the page sees it.

/**
 * Start the worker.
 *
 * @param {(message: any) => void} receive called with what it sends
 * @param {() => void} fail called when it cannot be loaded
 * @returns {Worker}
 */
export function startWorker(receive, fail) {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }) => receive(data);
  worker.onerror = () => fail();
  return worker;
}
