// Products on four numbers at once, as WebAssembly; null where a browser has no SIMD. Its source is `kernel.wat`.

/**
 * @typedef {object} Kernel
 * @property {WebAssembly.Memory} memory
 * @property {(rows: number, others: number, out: number, count: number, otherCount: number, depth: number) => void} products
 */

// biome-ignore format: one line, which `make kernel` writes
const BYTES = "AGFzbQEAAAABDwJgAXsBfWAGf39/f39/AAMDAgABBQMBAAEHFQIGbWVtb3J5AgAIcHJvZHVjdHMAAQrSBAIZACAA/R8AIAD9HwGSIAD9HwIgAP0fA5KSC7UEAgh/C3sgBUECdCEGIARBAnQhBwNAQQAhCSABIQsDQP0MAAAAAAAAAAAAAAAAAAAAACER/QwAAAAAAAAAAAAAAAAAAAAAIRL9DAAAAAAAAAAAAAAAAAAAAAAhE/0MAAAAAAAAAAAAAAAAAAAAACEU/QwAAAAAAAAAAAAAAAAAAAAAIRX9DAAAAAAAAAAAAAAAAAAAAAAhFv0MAAAAAAAAAAAAAAAAAAAAACEX/QwAAAAAAAAAAAAAAAAAAAAAIRggACEKIAsgBmohDANAIAv9AAQAIQ4gCyAGav0ABAAhDyAK/QAEACEQIBEgECAO/eYB/eQBIREgEiAQIA/95gH95AEhEiAKIAZq/QAEACEQIBMgECAO/eYB/eQBIRMgFCAQIA/95gH95AEhFCAKIAZBAXRq/QAEACEQIBUgECAO/eYB/eQBIRUgFiAQIA/95gH95AEhFiAKIAZBA2xq/QAEACEQIBcgECAO/eYB/eQBIRcgGCAQIA/95gH95AEhGCAKQRBqIQogC0EQaiELIAsgDEkNAAsgAiAJQQJ0aiENIA0gERAAOAIAIA0gEhAAOAIEIA0gB2ohDSANIBMQADgCACANIBQQADgCBCANIAdqIQ0gDSAVEAA4AgAgDSAWEAA4AgQgDSAHaiENIA0gFxAAOAIAIA0gGBAAOAIEIAsgBmohCyAJQQJqIQkgCSAESQ0ACyAAIAZBAnRqIQAgAiAHQQJ0aiECIAhBBGohCCAIIANJDQALCw==";

/** @type {Kernel | null} */
export const kernel = started();

function started() {
  try {
    const bytes = Uint8Array.from(atob(BYTES), (letter) => letter.charCodeAt(0));
    return /** @type {any} */ (new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports);
  } catch {
    return null;
  }
}
