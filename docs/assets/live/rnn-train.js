// @ts-check
/** <rnn-train>：在页面里训练。里面的静态图留给打印和没有脚本的时候。 */
import { CURVE, colors, createPanel, drawCurve, find, Table } from "./draw.js";
import { cells, explain, forward, lossFloor, shapes, split, Training } from "./rnn.js";
import { BadSetting, collect, DEFAULTS, FIELDS, fromQuery, toQuery, toTask } from "./settings.js";

/** @typedef {import("./settings.js").Field} Field */

const BUDGET = 6; // 一帧里最多训练几毫秒，其余留给画图
const HINT = "指着上面任意一个数，或用 Tab 键和方向键选中它，这里写出它的算式。";
const word = (/** @type {Field} */ name) => `<input name="${name}" size="8" autocapitalize="off">`;
const PANEL = `
<form class="rnn-bar" aria-label="训练的设置">
  <label>种子 <input name="seed" inputmode="numeric" size="10"></label>
  <button type="button" data-do="seed">下一个种子</button>
  <label>优化器 <select name="optimizer"><option value="adam">Adam<option value="sgd">SGD</select></label>
  <label>学习率 <input name="lr" inputmode="decimal" size="4"></label>
  <label>轮数 <input name="epochs" inputmode="numeric" size="3"></label>
  <label><input type="checkbox" name="output"> 输出层</label>
  <label>hidden_size <input name="hidden" inputmode="numeric" size="2"></label>
  <label><input type="checkbox" name="reset"> 每步重置状态</label>
  <label>输入 ${word("input")}</label>
  <label>目标 ${word("target")}</label>
  <label>词典 ${word("vocab")}</label>
</form>
<p class="rnn-error" role="alert"></p>
<div class="rnn-bar">
  <button data-do="back">上一轮</button>
  <button data-do="play">播放</button>
  <button data-do="forth">下一轮</button>
  <input type="range" min="1" aria-label="看哪一轮">
  <span></span>
</div>
<div class="rnn-row">${CURVE}<pre tabindex="0" role="region" aria-label="各轮写出的字符串与损失"></pre></div>
<div class="rnn-row rnn-results"></div>
<div class="rnn-row rnn-parameters"></div>
<p class="rnn-sum"></p>
<p class="rnn-quiet" role="status"></p>`;

class RNNTrain extends HTMLElement {
  constructor() {
    super();
    this.panel = createPanel(PANEL);
    const part = (/** @type {string} */ selector) => find(this.panel, selector, HTMLElement);
    this.error = part(".rnn-error");
    this.playButton = part("[data-do=play]");
    this.range = find(this.panel, "[type=range]", HTMLInputElement);
    this.place = part("span");
    this.log = part("pre");
    this.results = part(".rnn-results");
    this.parameters = part(".rnn-parameters");
    this.sum = part(".rnn-sum");
    this.status = part("[role=status]");
    this.tables = /** @type {Record<string, Table>} */ ({});
    this.picked = /** @type {Table | undefined} */ (undefined); // 选中的数在哪张表里
    this.timer = /** @type {number | undefined} */ (undefined);
    this.frame = /** @type {number | null} */ (null);
    // 停下来读一次结果；用键盘选中一个数，读它的算式。
    this.speaking = this.speakSum = false;
    this.settings = DEFAULTS;
    this.training = new Training(toTask(DEFAULTS));
    this.epoch = 0;
    this.start(this.training.task);

    /** @type {Record<string, () => void>} */
    const actions = {
      seed: () => this.nextSeed(),
      back: () => this.move(-1),
      play: () => this.play(),
      forth: () => this.move(1),
    };
    this.panel.onclick = ({ target }) =>
      actions[/** @type {HTMLElement} */ (target).dataset.do ?? ""]?.();
    part("form").onchange = () => this.change();
    this.range.oninput = () => this.show(Number(this.range.value) - 1);
    this.range.onchange = () => this.stop();
    addEventListener("popstate", () => this.open());
    document.addEventListener("click", (event) => this.follow(event));
    const redraw = () => this.invalidate();
    new ResizeObserver(redraw).observe(this);
    const scheme = { attributeFilter: ["data-md-color-scheme"] };
    new MutationObserver(redraw).observe(document.body, scheme);
  }

  connectedCallback() {
    this.append(this.panel);
    this.classList.add("rnn-ready");
    this.open();
  }

  get total() {
    return this.training.task.epochs;
  }

  /** 「试一试」的链接指向本页时，不重新加载。 @param {MouseEvent} event */
  follow(event) {
    const links = "a[href*='#live']";
    /** @type {HTMLAnchorElement | null} */
    const link = event.target instanceof Element ? event.target.closest(links) : null;
    if (!link?.search || link.pathname !== location.pathname) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    this.open();
    this.scrollIntoView();
  }

  /** 照网址里的设置训练；有误就说出来，先显示默认的。 */
  open() {
    const query = new URLSearchParams(location.search);
    this.apply(fromQuery(query));
    const epoch = Number(query.get("epoch"));
    if (epoch > 0 && epoch <= this.total) this.show(Math.floor(epoch - 1));
  }

  /** @param {Field} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (this.panel.querySelector(`[name=${name}]`));
  }

  change() {
    const settings = collect((name) => {
      const field = this.field(name);
      return field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
    });
    this.apply(settings);
    this.save();
  }

  /** @param {import("./settings.js").Settings} settings */
  apply(settings) {
    this.pause();
    this.settings = settings;
    for (const name of FIELDS) {
      const field = this.field(name);
      if (field.type === "checkbox") field.checked = settings[name] === "1";
      else field.value = settings[name];
      field.removeAttribute("aria-invalid");
    }
    this.field("hidden").disabled = settings.output !== "1";
    this.error.textContent = "";
    try {
      this.start(toTask(settings));
    } catch (error) {
      if (!(error instanceof BadSetting)) throw error;
      this.fail(error.field, error.message);
    }
  }

  /** @param {Field} field @param {string} message */
  fail(field, message) {
    this.field(field).setAttribute("aria-invalid", "true");
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
      probabilities: "softmax 概率：绿框是该写的",
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
    if (this.picked && !(this.picked.name in titles)) this.picked = undefined;
    this.show(this.total - 1);
  }

  /** @param {Table} table @param {boolean} byKey */
  pick(table, byKey) {
    this.picked = table;
    this.speakSum = byKey;
    this.invalidate();
  }

  play() {
    if (this.timer) return this.stop();
    // 不要动画的读者直接看结果。
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.move(this.total);
    if (this.epoch === this.total - 1) this.show(0);
    this.playButton.textContent = "暂停";
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
    history.replaceState(null, "", `?${query}#live`);
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
    const { picked } = this;
    const { text, related = {} } = picked
      ? explain(picked.name, picked.row, picked.column, training, epoch, run)
      : { text: HINT };
    const palette = colors();
    const width = this.panel.clientWidth;
    for (const table of Object.values(tables)) {
      table.resize(width);
      const { top, bottom } = table.canvas.getBoundingClientRect();
      // 播放时看不见的先不画，停下来再画。
      if (this.timer && (bottom < 0 || top > innerHeight)) continue;
      table.draw(palette, related[table.name] ?? [], table === picked);
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
