// Several files in one, stored as they are: a zip, which every system opens.
//
// Source: PKWARE, .ZIP File Format Specification (APPNOTE.TXT), sections 4.3 and 4.4.

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 20; // that is needed to unpack
const UTF8 = 0x0800; // flag: names are UTF-8
const NEW_YEAR = 0x0021; // 1 January 1980, the first day that there is; so the same files give the same zip

const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) value = REMAINDERS[(value ^ bytes[at]) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Numbers of two or four bytes, given as [bytes, value]. */
function packed(...numbers) {
  const view = new DataView(new ArrayBuffer(numbers.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of numbers) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

/** What the entry of a file and its line in the table of contents share. */
function described(name, bytes) {
  const sizes = /** @type {[number, number][]} */ ([
    [4, crc32(bytes)],
    [4, bytes.length],
    [4, bytes.length],
  ]);
  return [[2, VERSION], [2, UTF8], [2, 0], [2, 0], [2, NEW_YEAR], ...sizes, [2, name.length], [2, 0]];
}

/**
 * Put files into a zip.
 *
 * @param {Record<string, Uint8Array | string>} files by name
 * @returns {Uint8Array}
 */
export function zipped(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const contents = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = encoder.encode(path);
    const bytes = typeof content === "string" ? encoder.encode(content) : content;
    const facts = described(name, bytes);
    const entry = [packed([4, LOCAL], ...facts), name, bytes];
    contents.push(packed([4, CENTRAL], [2, VERSION], ...facts, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
    parts.push(...entry);
    offset += entry.reduce((sum, part) => sum + part.length, 0);
  }
  const count = Object.keys(files).length;
  const size = contents.reduce((sum, part) => sum + part.length, 0);
  const end = packed([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0]);
  return joined([...parts, ...contents, end]);
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
