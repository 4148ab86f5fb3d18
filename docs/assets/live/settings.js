// @ts-check
/** 设置：默认值、网址里的写法、改错时的一句话。 */

/** 都是字符串，与网址里的一样；output、reset 勾上是 "1"；词表空着就由输入与目标推出。 */
export const DEFAULTS = {
  seed: "3332505980",
  optimizer: "adam",
  lr: "0.1",
  hidden: "4",
  output: "",
  reset: "",
  input: "hello",
  target: "ohlol",
  vocab: "",
  epochs: "15",
};

/** @typedef {typeof DEFAULTS} Settings @typedef {keyof Settings} Field */

export const FIELDS = /** @type {Field[]} */ (Object.keys(DEFAULTS));

/** 试一试：按钮上的字，网址里的写法（照 toQuery 的次序），问读者的话。 */
export const PRESETS = [
  ["种子 0", "seed=0", "种子 0：15 轮停在 ohlll。再按十次「下一个种子」，有几个写对？"],
  ["换成 SGD", "seed=0&optimizer=sgd&lr=0.5", "种子 0，SGD，学习率 0.5：这次第几轮写对，后来呢？"],
  [
    "加上输出层",
    "output=1&epochs=100",
    "加上输出层，训练 100 轮：原来的下限没有了，损失降到多少？",
  ],
  [
    "每步重置状态",
    "reset=1",
    "每步重置状态：两个 l 的两列变得一模一样，ohlol 再也写不对，为什么？",
  ],
  [
    "换一对词",
    "seed=0&input=banana&target=ananas&epochs=300",
    "种子 0，输入 banana，目标 ananas，训练 300 轮：第几轮写对，后来呢？",
  ],
];

/** 逐项问出设置。中文输入法打出的全角数字、句号也算数。 @param {(field: Field) => string} value */
export function collect(value) {
  const settings = { ...DEFAULTS };
  for (const field of FIELDS) settings[field] = value(field);
  for (const field of /** @type {Field[]} */ (["seed", "lr", "hidden", "epochs"])) {
    settings[field] = settings[field].normalize("NFKC").replace("。", ".").trim();
  }
  return settings;
}

/** @param {Settings} settings */
export const vocabulary = ({ vocab, input, target }) =>
  vocab || [...new Set(input + target)].sort().join("");

/** 与默认值相同的不写进网址。 @param {Settings} settings */
export function toQuery(settings) {
  const query = new URLSearchParams();
  for (const field of FIELDS) {
    if (settings[field] !== DEFAULTS[field]) query.set(field, settings[field]);
  }
  return query;
}

/** @param {URLSearchParams} query */
export const fromQuery = (query) => collect((field) => query.get(field) ?? DEFAULTS[field]);

/** field 是哪一项，message 给读者看。 */
export class BadSetting extends Error {
  /** @param {Field} field @param {string} message */
  constructor(field, message) {
    super(message);
    this.field = field;
  }
}

/**
 * 设置 → 训练任务；有误就抛出 BadSetting。
 * @param {Settings} settings @returns {import("./rnn.js").Task}
 */
export function toTask(settings) {
  /** @type {(field: Field, name: string, low: number, high: number) => number} */
  const integer = (field, name, low, high) => {
    const text = settings[field];
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new BadSetting(field, `${name}要是 ${low} 到 ${high} 之间的整数，现在是「${text}」。`);
  };
  /** @type {(field: Field, name: string, low: number, text: string) => string[]} */
  const characters = (field, name, low, text) => {
    const found = [...text];
    const { length } = found;
    if (length >= low && length <= 12) return found;
    throw new BadSetting(field, `${name}要有 ${low} 到 12 个字符，现在有 ${length} 个。`);
  };
  const input = characters("input", "输入", 1, settings.input);
  const target = [...settings.target];
  if (input.length !== target.length) {
    const message = `输入有 ${input.length} 个字符，目标有 ${target.length} 个`;
    throw new BadSetting("target", `${message}：每读一个字符写一个字符，两者要一样长。`);
  }
  const words = vocabulary(settings);
  const vocab = characters("vocab", "词表", 2, words);
  const repeated = vocab.find((char, i) => vocab.indexOf(char) < i);
  if (repeated) throw new BadSetting("vocab", `词表里有两个「${repeated}」：每个字符只写一次。`);
  /** @type {(field: Field, name: string, found: string[]) => number[]} */
  const indices = (field, name, found) =>
    found.map((char) => {
      if (vocab.includes(char)) return vocab.indexOf(char);
      const message = `${name}里的「${char}」不在词表「${words}」里`;
      throw new BadSetting(field, `${message}：换掉它，或者把词表清空，由输入和目标推出。`);
    });
  const lr = Number(settings.lr);
  if (!(lr > 0 && lr < Infinity)) {
    throw new BadSetting("lr", `学习率要是大于 0 的数，现在是「${settings.lr}」。`);
  }
  const { optimizer } = settings;
  if (!["adam", "sgd"].includes(optimizer)) {
    throw new BadSetting("optimizer", `优化器只有 adam 和 sgd，没有「${optimizer}」。`);
  }
  const output = settings.output === "1";
  return {
    seed: integer("seed", "种子", 0, 2 ** 32 - 1),
    epochs: integer("epochs", "轮数", 1, 300),
    // 没有输出层，隐藏状态就是得分。
    hiddenSize: output ? integer("hidden", "hidden_size ", 1, 32) : vocab.length,
    vocabSize: vocab.length,
    reset: settings.reset === "1",
    optimizer,
    vocab,
    output,
    lr,
    x: indices("input", "输入", input),
    y: indices("target", "目标", target),
  };
}
