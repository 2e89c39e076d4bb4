// What Python packs, unpacked.

/**
 * @typedef {object} Message
 * @property {any} header
 * @property {Record<string, any>} arrays Float32Array or Uint8Array by name
 */

/**
 * Split a message from `ui/components/shared/message.py` into its header and its arrays.
 *
 * @param {Uint8Array} data
 * @returns {Message}
 */
export function readMessage(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const start = 4 + view.getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(data.subarray(4, start)));
  const arrays = {};
  for (const [name, { type, offset, length }] of Object.entries(header.arrays)) {
    const bytes = data.slice(start + offset, start + offset + length);
    arrays[name] = type === "float32" ? new Float32Array(bytes.buffer) : bytes;
  }
  return { header, arrays };
}
