// @ts-check
/** 取来 np.savez 存的文件：zip 里的 .npy 没有压缩，一个接一个。 */

const KINDS = { "|i1": Int8Array, "<f4": Float32Array, "<U1": Uint32Array };
/** @typedef {Record<string, Int8Array | Float32Array | Uint32Array>} Arrays */

/** @param {URL} address @returns {Promise<Arrays>} */
export async function fetchArrays(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  const file = await response.arrayBuffer();
  const view = new DataView(file);
  const text = (/** @type {number} */ from, /** @type {number} */ to) =>
    String.fromCharCode(...new Uint8Array(file, from, to - from));
  /** @type {Arrays} */
  const arrays = {};
  let at = 0;
  while (text(at, at + 4) === "PK\x03\x04") {
    const named = at + 30 + view.getUint16(at + 26, true);
    const header = named + view.getUint16(at + 28, true) + 10;
    const start = header + view.getUint16(header - 2, true);
    const found = text(header, start).match(/'descr': '(.+?)'.*'shape': \((.*?)\)/);
    const [, type, shape] = /** @type {string[]} */ (found);
    const Kind = KINDS[/** @type {keyof typeof KINDS} */ (type)];
    const count = shape.split(",").reduce((all, size) => all * Number(size || 1), 1);
    const end = start + count * Kind.BYTES_PER_ELEMENT;
    arrays[text(at + 30, named - ".npy".length)] = new Kind(file.slice(start, end));
    at = end;
  }
  return arrays;
}
