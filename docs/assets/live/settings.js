// @ts-check
/** 设置：默认值、网址里的写法、改错时的一句话。 */

/** 都是字符串，与网址里、输入框里的一样；output、reset 勾上是 "1"。 */
export const DEFAULTS = {
  seed: "3332505980",
  optimizer: "adam",
  lr: "0.1",
  hidden: "4",
  output: "",
  reset: "",
  input: "hello",
  target: "ohlol",
  vocab: "ehlo",
  epochs: "15",
};

/** @typedef {typeof DEFAULTS} Settings @typedef {keyof Settings} Field */

export const FIELDS = /** @type {Field[]} */ (Object.keys(DEFAULTS));

/** 逐项问出设置。 @param {(field: Field) => string} value */
export function collect(value) {
  const settings = { ...DEFAULTS };
  for (const field of FIELDS) settings[field] = value(field);
  return settings;
}

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
    const text = settings[field].trim();
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new BadSetting(field, `${name}要是 ${low} 到 ${high} 之间的整数，现在是「${text}」。`);
  };
  /** @type {(field: Field, name: string, low: number) => string[]} */
  const characters = (field, name, low) => {
    const found = [...settings[field]];
    const { length } = found;
    if (length >= low && length <= 12) return found;
    throw new BadSetting(field, `${name}要有 ${low} 到 12 个字符，现在有 ${length} 个。`);
  };
  const vocab = characters("vocab", "词典", 2);
  const repeated = vocab.find((char, i) => vocab.indexOf(char) < i);
  if (repeated) throw new BadSetting("vocab", `词典里有两个「${repeated}」：每个字符只写一次。`);
  /** @type {(field: Field, name: string, found: string[]) => number[]} */
  const indices = (field, name, found) =>
    found.map((char) => {
      if (vocab.includes(char)) return vocab.indexOf(char);
      const message = `${name}里的「${char}」不在词典「${settings.vocab}」里`;
      throw new BadSetting(field, `${message}：换掉它，或者把它加进词典。`);
    });
  const x = indices("input", "输入", characters("input", "输入", 1));
  const y = indices("target", "目标", [...settings.target]);
  if (x.length !== y.length) {
    const message = `输入有 ${x.length} 个字符，目标有 ${y.length} 个`;
    throw new BadSetting("target", `${message}：每读一个字符写一个字符，两者要一样长。`);
  }
  const lr = Number(settings.lr);
  if (!(lr > 0 && lr < Infinity)) {
    throw new BadSetting("lr", `学习率要是大于 0 的数，现在是「${settings.lr.trim()}」。`);
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
    x,
    y,
  };
}
