// What the browser fetches by itself, each piece once: places, colours, codes, sheets of pictures.

const MOST_KEPT = 40;
const SIDE = 28;
const A_ROW = 100; // pictures on a sheet
const fetched = new Map();

const readArrays = async (answer) => readMessage(new Uint8Array(await answer.arrayBuffer()));
const readSheet = async (answer) => createImageBitmap(await answer.blob());

/** Fetch a piece of a model's map, or give what was fetched before; fails with a sentence for the student. */
function piece({ model, digest }, part, read = readArrays) {
  const address = new URL(`atlas/${model}/${digest}/${part}`, document.baseURI).href;
  if (!fetched.has(address)) {
    if (fetched.size >= MOST_KEPT) fetched.delete(fetched.keys().next().value);
    fetched.set(address, load(address, read));
    fetched.get(address).catch(() => fetched.delete(address));
  }
  return fetched.get(address);
}

async function load(address, read) {
  let answer;
  try {
    answer = await fetch(address);
  } catch {
    throw new Error("The server does not answer. Check that it still runs, then reload this page.");
  }
  if (answer.ok) return read(answer);
  const sentence = answer.headers.get("content-type")?.startsWith("text/plain") ? await answer.text() : "";
  throw new Error(sentence || `The server answered ${answer.status}. Reload this page.`);
}

const scratch = Object.assign(document.createElement("canvas"), { width: SIDE, height: SIDE });

/** Cut one picture out of a sheet: its ink, 0 to 255. */
function inkOnSheet(sheet, row) {
  const context = scratch.getContext("2d", { willReadFrequently: true });
  context.drawImage(sheet, SIDE * (row % A_ROW), SIDE * Math.floor(row / A_ROW), SIDE, SIDE, 0, 0, SIDE, SIDE);
  return context.getImageData(0, 0, SIDE, SIDE).data.filter((_, index) => index % 4 === 0);
}
