/** 设置：默认值、网址里的写法、改错时的一句话。 */

export const DEFAULTS = {
  seed: "3332505980",
  optimizer: "adam",
  lr: "0.1",
  hidden: "4",
  output: false,
  reset: false,
  input: "hello",
  target: "ohlol",
  vocab: "ehlo",
  epochs: "15",
};

/** 与默认值相同的不写进网址。 */
export function toQuery(settings) {
  const query = new URLSearchParams();
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    const value = settings[name];
    if (value !== usual) query.set(name, value === true ? "1" : value);
  }
  return query;
}

export function fromQuery(search) {
  const query = new URLSearchParams(search);
  const settings = { ...DEFAULTS };
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    if (!query.has(name)) continue;
    const value = query.get(name);
    settings[name] = typeof usual === "boolean" ? value === "1" : value;
  }
  return settings;
}

/** field 是哪一项，message 给读者看。 */
function fail(field, message) {
  throw Object.assign(new Error(message), { field });
}

function integer(settings, field, name, low, high) {
  const text = settings[field].trim();
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < low || value > high) {
    fail(field, `${name}要是 ${low} 到 ${high} 之间的整数，现在是「${text}」。`);
  }
  return value;
}

function count(field, name, characters, low, high) {
  const { length } = characters;
  if (length < low || length > high) {
    fail(field, `${name}要有 ${low} 到 ${high} 个字符，现在有 ${length} 个。`);
  }
}

/** 设置 → 训练任务：x、y 是索引的数组。 */
export function toTask(settings) {
  const vocab = [...settings.vocab];
  count("vocab", "词典", vocab, 2, 12);
  const repeated = vocab.find((char, i) => vocab.indexOf(char) < i);
  if (repeated) fail("vocab", `词典里有两个「${repeated}」：每个字符只写一次。`);
  const indices = (field, name) =>
    [...settings[field]].map((char) => {
      if (!vocab.includes(char)) {
        const advice = "换掉它，或者把它加进词典。";
        fail(field, `${name}里的「${char}」不在词典「${settings.vocab}」里：${advice}`);
      }
      return vocab.indexOf(char);
    });
  const x = indices("input", "输入");
  const y = indices("target", "目标");
  count("input", "输入", x, 1, 12);
  if (x.length !== y.length) {
    const rule = "每读一个字符写一个字符，两者要一样长。";
    fail("target", `输入有 ${x.length} 个字符，目标有 ${y.length} 个：${rule}`);
  }
  const lr = Number(settings.lr);
  if (!(lr > 0 && lr < Infinity)) {
    fail("lr", `学习率要是大于 0 的数，现在是「${settings.lr.trim()}」。`);
  }
  if (!["adam", "sgd"].includes(settings.optimizer)) {
    fail("optimizer", `优化器只有 adam 和 sgd，没有「${settings.optimizer}」。`);
  }
  const { output } = settings;
  return {
    seed: integer(settings, "seed", "种子", 0, 2 ** 32 - 1),
    epochs: integer(settings, "epochs", "轮数", 1, 300),
    // 没有输出层，隐藏状态就是得分。
    hiddenSize: output ? integer(settings, "hidden", "hidden_size ", 1, 32) : vocab.length,
    vocabSize: vocab.length,
    optimizer: settings.optimizer,
    reset: settings.reset,
    vocab,
    output,
    lr,
    x,
    y,
  };
}
