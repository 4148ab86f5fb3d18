// @ts-check
/** 写诗的网络：读 8 位的权重，一个字一个字地写，与 PyTorch 写的相同。不碰页面。 */
import { Generator } from "./rnn.js";

/**
 * 怎样写：指定的字（第几个，从 0 数 → 字），温度，种子。
 * @typedef {{ given: Record<number, string>, temperature: number, seed: number }} Request
 *
 * 写出的一个字：是不是指定的，它的概率，最可能的五个字与概率。
 * @typedef {{ char: string, given: boolean, probability: number, likely: [string, number][] }} Step
 */

const END = "\n"; // 从它开始，写到它为止
const UNKNOWN = "□"; // 词表里没有的字：读得到，不写
const LONGEST = 30; // 一首连标点 24 个字，写不完的到这里停

const sigmoid = (/** @type {number} */ value) => 1 / (1 + Math.exp(-value));

export class Writer {
  /** @param {import("./npz.js").Arrays} file train_writer.npz 里的数组 */
  constructor({ vocab, ...arrays }) {
    this.vocab = Array.from(vocab, (code) => String.fromCodePoint(code));
    /** 8 位的整数乘它那一行的比例，舍入到单精度。 @type {Record<string, Float32Array>} */
    this.weights = {};
    for (const name in arrays) {
      const scale = arrays[`${name}.scale`];
      if (!scale) continue;
      const columns = arrays[name].length / scale.length;
      this.weights[name] = Float32Array.from(
        arrays[name],
        (whole, i) => whole * scale[Math.floor(i / columns)],
      );
    }
  }

  /** @param {string} char */
  knows(char) {
    return this.vocab.includes(char) && char !== UNKNOWN;
  }

  /**
   * 矩阵乘向量，加偏置。
   * @param {string} matrix @param {Float32Array | Float64Array} vector @param {string} bias
   */
  linear(matrix, vector, bias) {
    const weight = this.weights[matrix];
    const n = vector.length;
    return Float64Array.from(this.weights[bias], (start, i) => {
      let sum = start;
      for (let j = 0; j < n; j++) sum += weight[i * n + j] * vector[j];
      return sum;
    });
  }

  /** GRU 读一个字，得到新的隐藏状态。 @param {string} char @param {Float64Array} hidden */
  read(char, hidden) {
    const embedding = this.weights["embedding.weight"];
    const n = hidden.length;
    const start = this.vocab.indexOf(char) * n;
    const x = embedding.subarray(start, start + n);
    const from = this.linear("rnn.weight_ih_l0", x, "rnn.bias_ih_l0");
    const back = this.linear("rnn.weight_hh_l0", hidden, "rnn.bias_hh_l0");
    return hidden.map((before, i) => {
      const reset = sigmoid(from[i] + back[i]);
      const update = sigmoid(from[n + i] + back[n + i]);
      const fresh = Math.tanh(from[2 * n + i] + reset * back[2 * n + i]);
      return (1 - update) * fresh + update * before;
    });
  }

  /** 下一个字的概率，得分用的也是嵌入表；温度 0 用温度 1 的。 @param {Float64Array} hidden @param {number} temperature */
  probabilities(hidden, temperature) {
    const scores = this.linear("embedding.weight", hidden, "bias");
    scores[this.vocab.indexOf(UNKNOWN)] = -Infinity;
    const top = Math.max(...scores);
    const powers = scores.map((score) => Math.exp((score - top) / (temperature || 1)));
    const total = powers.reduce((a, b) => a + b);
    return powers.map((power) => power / total);
  }

  /**
   * 温度 0 取最大的；不是 0，看一个随机数落在累加的概率的哪一格。
   * @param {Request} request @returns {Iterable<Step>}
   */
  *write({ given, temperature, seed }) {
    const generator = new Generator(seed);
    let hidden = new Float64Array(this.weights["rnn.bias_hh_l0"].length / 3);
    let char = END;
    for (let t = 0; t < LONGEST; t++) {
      hidden = this.read(char, hidden);
      const probabilities = this.probabilities(hidden, temperature);
      const order = [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]);
      let index = order[0];
      if (t in given) index = this.vocab.indexOf(given[t]);
      else if (temperature) {
        const random = generator.rand();
        let sum = 0;
        index = probabilities.findIndex((p) => {
          sum += p;
          return sum > random;
        });
      }
      char = this.vocab[index];
      if (char === END) return;
      /** @type {[string, number][]} */
      const likely = order.slice(0, 5).map((i) => [this.vocab[i], probabilities[i]]);
      yield { char, given: t in given, probability: probabilities[index], likely };
    }
  }
}
