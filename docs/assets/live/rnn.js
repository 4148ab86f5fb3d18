// @ts-check
/** 模型、训练与算式，不碰页面。初始参数与 PyTorch 的每一位都相同。 */

/**
 * 训练任务。output 是有没有输出层，reset 是每步要不要重置隐藏状态；x、y 是输入与目标的索引。
 * @typedef {{
 *   seed: number, epochs: number, optimizer: string, lr: number, output: boolean, reset: boolean,
 *   vocab: string[], vocabSize: number, hiddenSize: number, x: number[], y: number[],
 * }} Task
 *
 * 走一遍的结果。hidden[t] 是 h_t，别的数组第 0 项属于第 1 步；written 是写出的索引。
 * @typedef {{
 *   hidden: Float64Array[], scores: Float64Array[], probabilities: Float64Array[],
 *   losses: number[], written: number[], loss: number,
 * }} Run
 *
 * 一轮：更新之前的参数与结果，梯度，Adam 的两个平均。
 * @typedef {{
 *   theta: Float64Array, gradient: Float64Array, first: Float64Array, second: Float64Array,
 *   written: number[], loss: number,
 * }} Epoch
 *
 * 一个数的算式。related 是用到的格子：数表的名字 → 各格的行与列。
 * @typedef {{ text: string, related: Record<string, number[][]> }} Explanation
 */

/** torch.manual_seed 用的 MT19937。 */
export class Generator {
  /** @param {number} seed */
  constructor(seed) {
    const state = new Uint32Array(624);
    state[0] = seed;
    for (let i = 1; i < 624; i++) {
      state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
    this.state = state;
    this.index = 624;
  }

  next() {
    const { state } = this;
    if (this.index === 624) {
      for (let i = 0; i < 624; i++) {
        const y = (state[i] & 0x80000000) | (state[(i + 1) % 624] & 0x7fffffff);
        state[i] = state[(i + 397) % 624] ^ (y >>> 1) ^ (y & 1 && 0x9908b0df);
      }
      this.index = 0;
    }
    let y = state[this.index++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** torch.rand：取 24 位。 */
  rand() {
    return (this.next() & 0xffffff) / 2 ** 24;
  }

  /** uniform_(-bound, bound)：乘和加一起舍入一次。 @param {number} bound */
  uniform(bound) {
    const high = Math.fround(bound);
    return Math.fround(this.rand() * 2 * high - high);
  }
}

/**
 * 各参数的行数与列数，按 PyTorch 建它们的次序。
 * @param {Task} task @returns {Record<string, [number, number]>}
 */
export function shapes({ vocabSize, hiddenSize, output }) {
  return {
    weight_ih: [hiddenSize, vocabSize],
    weight_hh: [hiddenSize, hiddenSize],
    bias_ih: [hiddenSize, 1],
    bias_hh: [hiddenSize, 1],
    ...(output && { "linear.weight": [vocabSize, hiddenSize], "linear.bias": [vocabSize, 1] }),
  };
}

/** 排成一列的参数或梯度按名字分开，不复制。 @param {Float64Array} flat @param {Task} task */
export function split(flat, task) {
  /** @type {Record<string, Float64Array>} */
  const parts = {};
  let start = 0;
  for (const [name, [rows, columns]] of Object.entries(shapes(task))) {
    parts[name] = flat.subarray(start, start + rows * columns);
    start += rows * columns;
  }
  return parts;
}

/** @param {Task} task */
export function initial(task) {
  const count = Object.values(shapes(task)).reduce((sum, [r, c]) => sum + r * c, 0);
  const generator = new Generator(task.seed);
  const bound = 1 / Math.sqrt(task.hiddenSize);
  return Float64Array.from({ length: count }, () => generator.uniform(bound));
}

/** @param {Float64Array} theta @param {Task} task */
export function forward(theta, task) {
  const { vocabSize: k, hiddenSize: n, output, reset, x, y } = task;
  const p = split(theta, task);
  /** @type {Run} */
  const run = { hidden: [], scores: [], probabilities: [], losses: [], written: [], loss: 0 };
  run.hidden.push(new Float64Array(n));
  for (let t = 0; t < x.length; t++) {
    const before = run.hidden[reset ? 0 : t];
    const hidden = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      let sum = p.weight_ih[i * k + x[t]] + p.bias_ih[i] + p.bias_hh[i];
      for (let j = 0; j < n; j++) sum += p.weight_hh[i * n + j] * before[j];
      hidden[i] = Math.tanh(sum);
    }
    let scores = hidden;
    if (output) {
      scores = new Float64Array(k);
      for (let i = 0; i < k; i++) {
        let sum = p["linear.bias"][i];
        for (let j = 0; j < n; j++) sum += p["linear.weight"][i * n + j] * hidden[j];
        scores[i] = sum;
      }
    }
    const top = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - top));
    const total = powers.reduce((a, b) => a + b);
    const loss = Math.log(total) - (scores[y[t]] - top);
    run.hidden.push(hidden);
    run.scores.push(scores);
    run.probabilities.push(powers.map((power) => power / total));
    run.losses.push(loss);
    run.written.push(scores.indexOf(top));
    run.loss += loss;
  }
  return run;
}

/**
 * 损失对 theta 的梯度；从最后一步往前加，每加完一步叫一次 each。
 * @param {Float64Array} theta @param {Task} task @param {Run} run
 */
function backward(theta, task, run, each = (/** @type {Float64Array} */ _sum) => {}) {
  const { vocabSize: k, hiddenSize: n, output, reset, x, y } = task;
  const p = split(theta, task);
  const gradient = new Float64Array(theta.length);
  const g = split(gradient, task);
  let later = new Float64Array(n); // 后一步传回来的
  for (let t = x.length - 1; t >= 0; t--) {
    const before = run.hidden[reset ? 0 : t];
    const hidden = run.hidden[t + 1];
    const error = run.probabilities[t].map((q, i) => q - Number(i === y[t]));
    const back = later;
    for (let i = 0; i < k; i++) {
      if (!output) {
        back[i] += error[i];
        continue;
      }
      g["linear.bias"][i] += error[i];
      for (let j = 0; j < n; j++) {
        g["linear.weight"][i * n + j] += error[i] * hidden[j];
        back[j] += error[i] * p["linear.weight"][i * n + j];
      }
    }
    later = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const inner = back[i] * (1 - hidden[i] * hidden[i]);
      g.weight_ih[i * k + x[t]] += inner;
      g.bias_ih[i] += inner;
      g.bias_hh[i] += inner;
      for (let j = 0; j < n; j++) {
        g.weight_hh[i * n + j] += inner * before[j];
        if (!reset) later[j] += inner * p.weight_hh[i * n + j];
      }
    }
    each(gradient);
  }
  return gradient;
}

const BETA1 = 0.9;
const BETA2 = 0.999;

/** 得分是 tanh 值时，损失的下限；没有下限是 0。 @param {Task} task */
export function lossFloor({ vocabSize, output, x }) {
  return output ? 0 : x.length * Math.log(1 + (vocabSize - 1) * Math.exp(-2));
}

/** epochs[e] 是第 e + 1 轮。 */
export class Training {
  /** @param {Task} task */
  constructor(task) {
    this.task = task;
    /** @type {Epoch[]} */
    this.epochs = [];
    this.theta = initial(task);
    this.first = new Float64Array(this.theta.length);
    this.second = this.first;
    this.diverged = 0;
  }

  /** 训练一轮；有数装不进单精度就停，记下是第几轮。 */
  advance() {
    if (this.diverged) return false;
    const { task, theta } = this;
    const run = forward(theta, task);
    const number = this.epochs.length + 1;
    if (![run.loss, ...theta].every((value) => Number.isFinite(Math.fround(value)))) {
      this.diverged = number;
      return false;
    }
    const gradient = backward(theta, task, run);
    this.theta = task.optimizer === "adam" ? this.adam(gradient, number) : this.sgd(gradient);
    const { first, second } = this;
    const { loss, written } = run;
    this.epochs.push({ theta, gradient, first, second, loss, written });
    return true;
  }

  /** @param {Float64Array} gradient */
  sgd(gradient) {
    return this.theta.map((value, i) => value - this.task.lr * gradient[i]);
  }

  /** @param {Float64Array} gradient @param {number} t 第几次更新，从 1 数 */
  adam(gradient, t) {
    this.first = this.first.map((m, i) => m + (1 - BETA1) * (gradient[i] - m));
    this.second = this.second.map((v, i) => BETA2 * v + (1 - BETA2) * gradient[i] ** 2);
    const step = this.task.lr / (1 - BETA1 ** t);
    const root = Math.sqrt(1 - BETA2 ** t);
    return this.theta.map(
      (value, i) => value - (step * this.first[i]) / (Math.sqrt(this.second[i]) / root + 1e-8),
    );
  }
}

const SHOWN = 4; // 项太多时，只写出绝对值最大的几项
const number = (/** @type {number} */ value) =>
  (value && Math.abs(value) < 0.01 ? value.toPrecision(3) : value.toFixed(4)).replaceAll("-", "−");
const factor = (/** @type {number} */ value) => (value < 0 ? `(${number(value)})` : number(value));

/** @template T @param {number} count @param {(i: number) => T} cell */
export const cells = (count, cell) => Array.from({ length: count }, (_, i) => cell(i));

/**
 * 矩阵的第 i 行乘一个向量，写成算式。
 * @param {Float64Array} matrix @param {number} i @param {Float64Array} vector
 */
function product(matrix, i, vector) {
  const n = vector.length;
  const terms = cells(n, (j) => [matrix[i * n + j], vector[j], j]);
  terms.sort(([a, b], [c, d]) => Math.abs(c * d) - Math.abs(a * b));
  const rest = terms.splice(n > SHOWN + 1 ? SHOWN : n);
  terms.sort((p, q) => p[2] - q[2]);
  const written = terms.map(([a, b]) => `${factor(a)} × ${factor(b)}`);
  if (rest.length) {
    const sum = rest.reduce((total, [a, b]) => total + a * b, 0);
    written.push(`${factor(sum)}［其余 ${rest.length} 项］`);
  }
  return written.join(" + ");
}

/**
 * 第 epoch 轮（从 0 数）数表 name 的第 i 行第 j 列怎样算出。
 * @param {string} name @param {number} i @param {number} j
 * @param {Training} training @param {number} epoch @param {Run} run @returns {Explanation}
 */
export function explain(name, i, j, training, epoch, run) {
  const { task, epochs } = training;
  const { vocab, vocabSize: k, hiddenSize: n } = task;
  const { theta, gradient } = epochs[epoch];
  const p = split(theta, task);
  const t = j + 1;
  if (name === "hidden") {
    const from = task.reset ? 0 : j;
    const c = task.x[j];
    const sum = [p.weight_ih[i * k + c], p.bias_ih[i], p.bias_hh[i]].map(factor).join(" + ");
    const terms = `weight_ih 的 ${vocab[c]} 列 + bias_ih + bias_hh + weight_hh × h_${from}`;
    return {
      text:
        `h_${t} 的第 ${i + 1} 个数 = tanh(${terms})\n` +
        `= tanh(${sum} + ${product(p.weight_hh, i, run.hidden[from])})\n` +
        `= ${number(run.hidden[t][i])}`,
      related: {
        weight_ih: [[i, c]],
        bias_ih: [[i, 0]],
        bias_hh: [[i, 0]],
        weight_hh: cells(n, (at) => [i, at]),
        hidden: from ? cells(n, (at) => [at, j - 1]) : [],
      },
    };
  }
  if (name === "scores") {
    const total = product(p["linear.weight"], i, run.hidden[t]);
    return {
      text:
        `第 ${t} 步 ${vocab[i]} 的得分 = linear.weight × h_${t} + linear.bias\n` +
        `= ${total} + ${factor(p["linear.bias"][i])}\n= ${number(run.scores[j][i])}`,
      related: {
        "linear.weight": cells(n, (at) => [i, at]),
        "linear.bias": [[i, 0]],
        hidden: cells(n, (at) => [at, j]),
      },
    };
  }
  if (name === "probabilities") {
    const powers = Array.from(run.scores[j], (score) => `e^${factor(score)}`);
    const right = task.y[j];
    return {
      text:
        `第 ${t} 步写 ${vocab[i]} 的概率\n= ${powers[i]} / (${powers.join(" + ")})\n` +
        `= ${number(run.probabilities[j][i])}\n` +
        `这一步的损失 −ln p(${vocab[right]}) = ${number(run.losses[j])}`,
      related: { [task.output ? "scores" : "hidden"]: cells(k, (at) => [at, j]) },
    };
  }
  const columns = shapes(task)[name][1];
  const at = (p[name].byteOffset - theta.byteOffset) / 8 + i * columns + j;
  /** @type {number[]} */
  const parts = []; // 每一步用到它，各有一份梯度
  let later = 0; // 后面各步的和
  backward(theta, task, run, (sum) => {
    parts.unshift(sum[at] - later);
    later = sum[at];
  });
  const count = epoch + 1; // 第几次更新
  const [now, g] = [theta[at], factor(gradient[at])];
  const next = (epochs[count] ?? training).theta[at];
  /**
   * Adam 的一个平均：算式，和除过之后的值。
   * @type {(beta: number, of: "first" | "second", latest: string) => [string, number]}
   */
  const average = (beta, of, latest) => {
    const before = factor(epochs[epoch - 1]?.[of][at] ?? 0);
    const after = epochs[epoch][of][at];
    const ratio = after / (1 - beta ** count);
    const sum = `${beta} × ${before} + ${(1 - beta).toPrecision(1)} × ${latest} = ${number(after)}`;
    return [`${sum}，除以 1 − ${beta}^${count} 得 ${number(ratio)}\n`, ratio];
  };
  let averages = "";
  let rule = `学习率 × 梯度 = ${task.lr} × ${g}`;
  if (task.optimizer === "adam") {
    const [m, mean] = average(BETA1, "first", g);
    const [v, square] = average(BETA2, "second", `${g}²`);
    averages = `m，梯度的平均 = ${m}v，梯度平方的平均 = ${v}`;
    rule = `学习率 × m / (√v + ε) = ${task.lr} × ${factor(mean)} / (√${number(square)} + 1e−8)`;
  }
  const place = `${name} 第 ${i + 1} 行${columns > 1 ? `第 ${j + 1} 列` : ""}`;
  const origin = `种子 ${task.seed} 的第 ${at + 1} 个随机数，均匀取自 ±1/√${n}`;
  const sum = parts.map(factor).join(" + ");
  const steps = cells(parts.length, (t) => [i, t]);
  return {
    text:
      `${place} = ${number(now)}，${epoch ? `更新过 ${epoch} 次` : origin}\n` +
      `梯度，${parts.length} 步各一份 = ${sum} = ${number(gradient[at])}\n` +
      `${averages}更新量 = ${rule} = ${number(now - next)}\n` +
      `下一轮 = ${number(now)} − 更新量 = ${number(next)}`,
    related: {
      [name.startsWith("linear") ? "probabilities" : "hidden"]: steps.filter(([, t]) => parts[t]),
    },
  };
}
