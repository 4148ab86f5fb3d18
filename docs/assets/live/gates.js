// @ts-check
/** 一个训练好的 LSTM 读一串字母，不碰页面；与 PyTorch 的逐值相等。 */

export const LETTERS = "abcxyz";
const N = 4; // 隐藏状态的长度
const LONGEST = 12;

/** 四个门与状态的名字，按 PyTorch 排参数的次序。 */
export const BLOCKS = /** @type {const} */ (["i", "f", "g", "o"]);

/**
 * 读一个字母。sums 是 sigmoid、tanh 之前的 16 个和；written 是得分最高的字母。
 * @typedef {Record<"i" | "f" | "g" | "o" | "c" | "h", number[]>
 *   & { sums: number[], scores: number[], written: string }} Step
 */

export class BadText extends Error {}

/** 读者写的 → 要读的字母；有误就抛出 BadText。 @param {string} typed */
export function parse(typed) {
  const text = typed.normalize("NFKC").toLowerCase().replace(/\s/g, "");
  const other = [...text].find((char) => !LETTERS.includes(char));
  if (other) throw new BadText(`它只认得 a、b、c、x、y、z，不认得「${other}」。`);
  if (text.length >= 1 && text.length <= LONGEST) return text;
  throw new BadText(`写 1 到 ${LONGEST} 个字母，现在有 ${text.length} 个。`);
}

const sigmoid = (/** @type {number} */ x) => 1 / (1 + Math.exp(-x));

/**
 * 第 seed 个网络逐个读 text 里的字母。
 * @param {import("./npz.js").Arrays} weights @param {number} seed @param {string} text
 */
export function read(weights, seed, text) {
  /** 第 seed 个网络的第 row 行乘一个向量。 @type {(name: string, row: number, vector: number[]) => number} */
  const times = (name, row, vector) => {
    const rows = name.startsWith("output") ? 3 : 4 * N;
    const start = (seed * rows + row) * vector.length;
    return vector.reduce((sum, value, j) => sum + weights[name][start + j] * value, 0);
  };
  let [h, c] = [Array(N).fill(0), Array(N).fill(0)];
  return Array.from(text, (char) => {
    const x = Array.from(LETTERS, (letter) => Number(letter === char));
    const sums = Array.from({ length: 4 * N }, (_, row) => {
      const biases = times("bias_ih_l0", row, [1]) + times("bias_hh_l0", row, [1]);
      return times("weight_ih_l0", row, x) + times("weight_hh_l0", row, h) + biases;
    });
    const [i, f, g, o] = BLOCKS.map((name, k) =>
      sums.slice(k * N, k * N + N).map(name === "g" ? Math.tanh : sigmoid),
    );
    c = c.map((value, j) => f[j] * value + i[j] * g[j]);
    h = c.map((value, j) => o[j] * Math.tanh(value));
    const scores = [0, 1, 2].map(
      (row) => times("output.weight", row, h) + times("output.bias", row, [1]),
    );
    const written = LETTERS[scores.indexOf(Math.max(...scores))];
    return /** @type {Step} */ ({ i, f, g, o, c, h, sums, scores, written });
  });
}

const number = (/** @type {number} */ value) => value.toFixed(4).replace("-", "−");
const factor = (/** @type {number} */ value) => (value < 0 ? `(${number(value)})` : number(value));

/**
 * 第 t 步（从 0 数）的 name 的第 j 个数怎样算出。
 * @param {"i" | "f" | "g" | "o" | "c"} name @param {number} j @param {number} t
 * @param {Step[]} steps @param {string} text
 */
export function explain(name, j, t, steps, text) {
  const step = steps[t];
  const what = `第 ${t + 1} 步，读 ${text[t]}，${name} 的第 ${j + 1} 个数`;
  if (name === "c") {
    const before = steps[t - 1]?.c[j] ?? 0;
    const kept = `${number(step.f[j])} × ${factor(before)}`;
    const added = `${number(step.i[j])} × ${factor(step.g[j])}`;
    return `${what} = f × 旧的 c + i × g\n= ${kept} + ${added}\n= ${number(step.c[j])}`;
  }
  const squash = name === "g" ? "tanh" : "sigmoid";
  const sum = step.sums[BLOCKS.indexOf(name) * N + j];
  const terms = `weight_ih 的 ${text[t]} 列 + bias_ih + bias_hh + weight_hh × h_${t}`;
  return `${what} = ${squash}(${terms})\n= ${squash}(${number(sum)})\n= ${number(step[name][j])}`;
}
