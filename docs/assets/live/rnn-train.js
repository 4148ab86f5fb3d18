// @ts-check
/** <rnn-train>：在页面里训练。里面的静态图留给打印和没有脚本的时候。 */
import { CURVE, colors, createPanel, drawCurve, find, Table } from "./draw.js";
import { cells, explain, forward, lossFloor, shapes, split, Training } from "./rnn.js";
import {
  BadSetting,
  collect,
  DEFAULTS,
  FIELDS,
  fromQuery,
  PRESETS,
  toQuery,
  toTask,
  vocabulary,
} from "./settings.js";

/** @typedef {import("./settings.js").Field} Field */

const BUDGET = 6; // 一帧里最多训练几毫秒，其余留给画图
const ASK = "一轮读一遍输入，改一次参数。按上面的按钮换一种设置，或者自己改。";
const FOLDED = /** @type {Field[]} */ (["epochs", "output", "hidden", "reset", "vocab"]);
const word = (/** @type {Field} */ name) => `<input name="${name}" size="8" autocapitalize="off">`;
const address = (/** @type {string} */ query) => `${location.pathname}${query && "?"}${query}#live`;
const presets = PRESETS.map(([name, query]) => `<button data-query="${query}">${name}</button>`);
const PANEL = `
<div class="rnn-bar">
  <button data-query="">恢复默认</button>
  ${presets.join("")}
</div>
<p class="rnn-ask"></p>
<form aria-label="训练的设置">
  <div class="rnn-bar">
    <label>种子 <input name="seed" inputmode="numeric" size="10"></label>
    <button type="button" data-do="seed">下一个种子</button>
    <label>输入 ${word("input")}</label>
    <label>目标 ${word("target")}</label>
    <label>优化器 <select name="optimizer"><option value="adam">Adam<option value="sgd">SGD</select></label>
    <label>学习率 <input name="lr" inputmode="decimal" size="4"></label>
  </div>
  <details class="rnn-more">
    <summary>更多设置</summary>
    <div class="rnn-bar">
      <label>轮数 <input name="epochs" inputmode="numeric" size="3"></label>
      <label><input type="checkbox" name="output"> 输出层</label>
      <label>hidden_size <input name="hidden" inputmode="numeric" size="2"></label>
      <label><input type="checkbox" name="reset"> 每步重置状态</label>
      <label>词表 ${word("vocab")} <small>改过的照改过的，清空就由输入和目标推出</small></label>
    </div>
  </details>
</form>
<p class="rnn-error" role="alert"></p>
<div class="rnn-picture">
  <div class="rnn-stage">
    <div class="rnn-bar">
      <button data-do="back">上一轮</button>
      <button data-do="play">播放</button>
      <button data-do="forth">下一轮</button>
      <input type="range" min="1" aria-label="看哪一轮">
      <span class="rnn-place"></span>
    </div>
    ${CURVE}
  </div>
  <pre tabindex="0" role="region" aria-label="各轮写出的字符串与损失"></pre>
  <p class="rnn-key">
    <span class="rnn-mouse">指着一个数，或用 Tab 键和方向键选中它</span
    ><span class="rnn-touch">点一个数</span>，看它的算式；参数的算式里还有它的梯度、优化器走出的一步。<br>
    <span><i class="rnn-positive"></i>蓝：正数</span>
    <span><i class="rnn-negative"></i>棕：负数，越浓绝对值越大</span>
    <span><i class="rnn-used"></i>紫框：算选中的数用到的</span>
    <span><i class="rnn-right"></i>绿框：该写的字符</span>
  </p>
  <div class="rnn-row rnn-results"></div>
  <div class="rnn-row rnn-parameters"></div>
  <p class="rnn-sum"></p>
</div>
<p class="rnn-quiet" role="status"></p>`;

class RNNTrain extends HTMLElement {
  constructor() {
    super();
    this.panel = createPanel(PANEL);
    const part = (/** @type {string} */ selector) => find(this.panel, selector, HTMLElement);
    this.error = part(".rnn-error");
    this.playButton = part("[data-do=play]");
    this.range = find(this.panel, "[type=range]", HTMLInputElement);
    this.place = part(".rnn-place");
    this.more = find(this.panel, "details", HTMLDetailsElement);
    this.ask = part(".rnn-ask");
    /** @type {NodeListOf<HTMLElement>} */
    this.presets = this.panel.querySelectorAll("[data-query*='=']");
    this.stage = part(".rnn-stage");
    this.log = part("pre");
    this.results = part(".rnn-results");
    this.parameters = part(".rnn-parameters");
    this.sum = part(".rnn-sum");
    this.status = part("[role=status]");
    this.tables = /** @type {Record<string, Table>} */ ({});
    this.picked = "hidden"; // 选中的数在哪张表里：先选好一个，看得到算式是什么样子
    this.timer = /** @type {number | undefined} */ (undefined);
    this.frame = /** @type {number | null} */ (null);
    // 停下来读一次结果；用键盘选中一个数，读它的算式。
    this.speaking = this.speakSum = false;
    this.vocab = ""; // 读者改过的词表
    this.settings = DEFAULTS; // 画着的结果是它训练出来的，网址里也是它
    this.shown = "默认设置";
    this.training = new Training(toTask(DEFAULTS));
    this.epoch = 0;
    this.start(this.training.task);
    this.tables.hidden.row = this.tables.hidden.column = 1;

    /** @type {Record<string, () => void>} */
    const actions = {
      seed: () => this.nextSeed(),
      back: () => this.move(-1),
      play: () => this.play(),
      forth: () => this.move(1),
    };
    this.panel.onclick = ({ target }) => {
      const data = /** @type {HTMLElement} */ (target).dataset;
      actions[data.do ?? ""]?.();
      if (data.query === undefined) return;
      history.pushState(null, "", address(data.query));
      this.open();
    };
    part("form").onchange = ({ target }) => {
      // 词表改过的照改过的；没改过，框里是推出来的。
      const { name, value } = /** @type {HTMLInputElement} */ (target);
      if (name === "vocab") this.vocab = value;
      this.change();
    };
    this.range.oninput = () => this.show(Number(this.range.value) - 1);
    this.range.onchange = () => this.stop();
    addEventListener("popstate", () => this.open());
    const redraw = () => this.invalidate();
    new ResizeObserver(redraw).observe(this);
    const scheme = { attributeFilter: ["data-md-color-scheme"] };
    new MutationObserver(redraw).observe(document.body, scheme);
  }

  connectedCallback() {
    const { bottom } = this.getBoundingClientRect();
    this.append(this.panel);
    this.classList.add("rnn-ready");
    this.open();
    this.render();
    // 读者在下面，这里长高了：读着的那一行不动。
    if (bottom < 0) scrollBy(0, this.getBoundingClientRect().bottom - bottom);
  }

  get total() {
    return this.training.task.epochs;
  }

  /** 照网址里的设置训练；有误就说出来，画着的不变。 */
  open() {
    const query = new URLSearchParams(location.search);
    this.apply(fromQuery(query));
    if (this.error.textContent) return this.save();
    const epoch = Number(query.get("epoch"));
    if (epoch >= 1 && epoch <= this.total) this.show(Math.floor(epoch - 1));
  }

  /** @param {Field} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (this.panel.querySelector(`[name=${name}]`));
  }

  change() {
    const settings = collect((name) => {
      const field = this.field(name);
      if (name === "vocab") return this.vocab;
      return field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
    });
    this.apply(settings);
    this.save();
  }

  /** @param {import("./settings.js").Settings} settings */
  apply(settings) {
    this.pause();
    this.vocab = settings.vocab;
    for (const name of FIELDS) {
      const field = this.field(name);
      if (field.type === "checkbox") field.checked = settings[name] === "1";
      else field.value = name === "vocab" ? vocabulary(settings) : settings[name];
      field.removeAttribute("aria-invalid");
    }
    this.field("hidden").disabled = settings.output !== "1";
    this.error.textContent = "";
    const changed = FOLDED.some((name) => settings[name] !== DEFAULTS[name]);
    if (changed) this.more.open = true;
    const query = `${toQuery(settings)}`;
    for (const preset of this.presets) {
      preset.setAttribute("aria-pressed", `${preset.dataset.query === query}`);
    }
    this.ask.textContent = PRESETS.find((preset) => preset[1] === query)?.[2] ?? ASK;
    try {
      this.start(toTask(settings));
      this.settings = settings;
      this.shown = "上一次";
    } catch (error) {
      if (!(error instanceof BadSetting)) throw error;
      this.fail(error.field, `${error.message}下面还是${this.shown}的结果。`);
    }
    this.panel.classList.toggle("rnn-stale", this.error.textContent !== "");
  }

  /** @param {Field} field @param {string} message */
  fail(field, message) {
    this.field(field).setAttribute("aria-invalid", "true");
    if (FOLDED.includes(field)) this.more.open = true;
    this.error.textContent = message;
  }

  /** @param {import("./rnn.js").Task} task */
  start(task) {
    this.training = new Training(task);
    this.range.max = `${this.total}`;
    this.speaking = true;
    const parameters = Object.keys(shapes(task));
    /** @type {Record<string, string>} */
    const titles = {
      hidden: "隐藏状态：一列是一步",
      ...(task.output && { scores: "得分" }),
      probabilities: "softmax 概率",
      ...Object.fromEntries(parameters.map((name) => [name, name])),
    };
    const before = this.tables;
    this.tables = {};
    this.results.replaceChildren();
    this.parameters.replaceChildren();
    for (const [name, title] of Object.entries(titles)) {
      const table = before[name] ?? new Table(name, title, name === "probabilities");
      table.onpick = (byKey) => this.pick(table, byKey);
      this.tables[name] = table;
      (parameters.includes(name) ? this.parameters : this.results).append(table.element);
    }
    if (!(this.picked in titles)) this.picked = "hidden";
    this.putSum();
    this.show(this.total - 1);
  }

  /** @param {Table} table @param {boolean} byKey */
  pick(table, byKey) {
    const { canvas } = table;
    const { top } = canvas.getBoundingClientRect();
    this.picked = table.name;
    this.speakSum = byKey;
    this.putSum();
    // 算式从上面搬下来，手指下的数表不动。
    scrollBy(0, canvas.getBoundingClientRect().top - top);
    this.invalidate();
  }

  /** 触屏上数表一列排开，算式放在选中的那一张下面；平时放在最后，指着数表时版面不动。 */
  putSum() {
    const touch = matchMedia("(pointer: coarse)").matches;
    const above = touch ? this.tables[this.picked].element : this.parameters;
    if (above.nextSibling !== this.sum) above.after(this.sum);
  }

  play() {
    if (this.timer) return this.stop();
    // 不要动画的读者直接看结果。
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.move(this.total);
    if (this.epoch === this.total - 1) this.show(0);
    this.playButton.textContent = "暂停";
    this.stage.scrollIntoView({ block: "nearest" });
    const next = () => (this.epoch + 1 < this.total ? this.show(this.epoch + 1) : this.stop());
    this.timer = setInterval(next, Math.min(250, 6000 / this.total));
  }

  pause() {
    clearInterval(this.timer);
    this.timer = undefined;
    this.playButton.textContent = "播放";
  }

  /** 停下来才读一次结果、记进网址；播放时不出声。 */
  stop() {
    this.pause();
    this.speaking = true;
    this.invalidate();
    this.save();
  }

  /** @param {number} by */
  move(by) {
    this.show(Math.max(0, Math.min(this.total - 1, this.epoch + by)));
    this.stop();
  }

  nextSeed() {
    const seed = this.field("seed");
    seed.value = `${(Number(seed.value) + 1) % 2 ** 32 || 0}`;
    this.change();
  }

  /** @param {number} epoch 从 0 数 */
  show(epoch) {
    this.epoch = epoch;
    this.invalidate();
  }

  save() {
    const query = toQuery(this.settings);
    if (this.epoch < this.total - 1) query.set("epoch", `${this.epoch + 1}`);
    history.replaceState(null, "", address(`${query}`));
  }

  invalidate() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.render();
    });
  }

  render() {
    const { training } = this;
    const { epochs, task } = training;
    const start = performance.now();
    let going = true;
    while (going && epochs.length <= this.epoch && performance.now() - start < BUDGET) {
      going = training.advance();
    }
    if (training.diverged && this.epoch >= epochs.length) {
      this.pause();
      this.epoch = Math.max(0, epochs.length - 1);
      const what = `第 ${training.diverged} 轮的数大得单精度装不下，PyTorch 会得到 inf 或 nan`;
      this.fail("lr", `${what}，训练停在这里：把学习率 ${task.lr} 改小。`);
    }
    if (this.epoch >= epochs.length) this.invalidate();
    this.draw(Math.min(this.epoch, epochs.length - 1));
  }

  /** @param {number} epoch */
  draw(epoch) {
    const { training, tables } = this;
    const { task, epochs } = training;
    const { vocab, hiddenSize: n } = task;
    const { theta } = epochs[epoch];
    const run = forward(theta, task);
    const written = run.written.map((i) => vocab[i]);
    const result = `第 ${epoch + 1} 轮，写出 ${written.join("")}，损失 ${run.loss.toFixed(4)}`;
    const first = Math.max(0, epoch - 14);
    const lines = epochs.slice(first, epoch + 1).map(({ written, loss }, e) => {
      const place = `epoch [${first + e + 1}/${this.total}]`;
      const text = written.map((i) => vocab[i]).join("");
      return `Predicted string: ${text}, ${place} loss=${loss.toFixed(4)}`;
    });
    const losses = epochs.map(({ loss }) => loss);
    this.range.value = `${epoch + 1}`;
    this.range.setAttribute("aria-valuetext", result);
    this.place.textContent = `第 ${epoch + 1} 轮，共 ${this.total} 轮`;
    this.log.textContent = lines.join("\n");
    drawCurve(this.panel, losses, epoch, this.total, lossFloor(task));

    const turn = (/** @type {Float64Array[]} */ columns) =>
      cells(columns[0].length, (i) => columns.map((column) => column[i]));
    const read = task.x.map((i) => `读 ${vocab[i]}`);
    const write = written.map((char) => `写 ${char}`);
    const numbers = cells(n, (i) => i + 1);
    tables.hidden.set(turn(run.hidden.slice(1)), numbers, read);
    tables.scores?.set(turn(run.scores), vocab, read);
    tables.probabilities.set(turn(run.probabilities), vocab, write, task.y);
    for (const [name, values] of Object.entries(split(theta, task))) {
      const [rows, columns] = shapes(task)[name];
      const matrix = cells(rows, (i) => values.subarray(i * columns, (i + 1) * columns));
      const labels = name === "weight_ih" ? vocab : columns > 12 ? [] : numbers.slice(0, columns);
      tables[name].set(matrix, name.startsWith("linear") ? vocab : numbers, labels);
    }
    const { name: picked, row, column } = tables[this.picked];
    const { text, related } = explain(picked, row, column, training, epoch, run);
    const palette = colors();
    const width = this.panel.clientWidth;
    for (const table of Object.values(tables)) {
      table.resize(width);
      const { top, bottom } = table.canvas.getBoundingClientRect();
      // 播放时看不见的先不画，停下来再画。
      if (this.timer && (bottom < 0 || top > innerHeight)) continue;
      table.draw(palette, related[table.name] ?? [], table.name === picked);
    }
    if (text !== this.sum.textContent) this.sum.textContent = text;
    const busy = epoch < this.epoch; // 还没训练到：到了再读
    this.ariaBusy = `${busy}`;
    if (busy) return;
    if (this.speakSum) this.status.textContent = text;
    else if (this.speaking) this.status.textContent = result;
    this.speakSum = this.speaking = false;
  }
}

customElements.define("rnn-train", RNNTrain);
