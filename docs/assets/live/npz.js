// @ts-check
/** 读 NumPy 的 .npz：没有压缩的 zip，每个文件是一个单精度的 .npy。 */

/** @param {URL} address @returns {Promise<Record<string, Float32Array>>} */
export async function fetchArrays(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  const buffer = await response.arrayBuffer();
  const view = new DataView(buffer);
  /** @type {Record<string, Float32Array>} */
  const arrays = {};
  // zip 的目录在末尾：结尾的 22 字节里有目录的项数与位置。
  const end = buffer.byteLength - 22;
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left; left--) {
    const [length, extra] = [28, 30].map((at) => view.getUint16(entry + at, true));
    const name = new TextDecoder().decode(new Uint8Array(buffer, entry + 46, length));
    const size = view.getUint32(entry + 20, true);
    const local = view.getUint32(entry + 42, true);
    const file = local + 30 + length + view.getUint16(local + 28, true);
    const header = 10 + view.getUint16(file + 8, true);
    // 复制一份：数组要从 4 的倍数开始。
    arrays[name.replace(".npy", "")] = new Float32Array(buffer.slice(file + header, file + size));
    entry += 46 + length + extra;
  }
  return arrays;
}
