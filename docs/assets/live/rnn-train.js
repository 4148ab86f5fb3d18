/** <rnn-train>：在页面里训练。里面的静态图留给打印和没有脚本的时候。 */
import { Training, cells, explain, forward, lossFloor, shapes, split } from "./rnn.js";
import { DEFAULTS, fromQuery, toQuery, toTask } from "./settings.js";
import { Curve, Table, addPanel, colors } from "./draw.js";

const BUDGET = 6; // 一帧里最多训练几毫秒，其余留给画图
const HINT = "指着上面任意一个数，或用 Tab 键和方向键选中它，这里写出它的算式。";
const word = (name) => `<input name="${name}" size="8" autocapitalize="off">`;
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
<div class="rnn-row"><pre tabindex="0" role="region" aria-label="各轮写出的字符串与损失"></pre></div>
<div class="rnn-row"></div>
<div class="rnn-row"></div>
<p class="rnn-sum"></p>
<p class="rnn-quiet" role="status"></p>`;

class RNNTrain extends HTMLElement {
  connectedCallback() {
    if (this.panel) return;
    this.panel = addPanel(this, PANEL);
    this.classList.add("rnn-ready");
    const find = (selector) => this.panel.querySelector(selector);
    this.form = find("form");
    this.error = find(".rnn-error");
    this.playButton = find("[data-do=play]");
    this.range = find("[type=range]");
    this.place = find("span");
    this.log = find("pre");
    this.sum = find(".rnn-sum");
    this.status = find("[role=status]");
    this.rows = this.panel.querySelectorAll(".rnn-row");
    this.curve = new Curve();
    this.rows[0].prepend(this.curve.element);
    this.tables = {};

    this.form.onchange = () => this.change();
    this.panel.onclick = ({ target }) => this[target.dataset.do]?.();
    this.range.oninput = () => this.show(this.range.value - 1);
    this.range.onchange = () => this.stop();
    addEventListener("popstate", () => this.open());
    document.addEventListener("click", (event) => this.follow(event));
    const redraw = () => this.invalidate();
    new ResizeObserver(redraw).observe(this);
    new MutationObserver(redraw).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    this.open();
  }

  /** 「试一试」的链接指向本页时，不重新加载。 */
  follow(event) {
    const link = event.target.closest?.("a[href*='#live']");
    if (!link?.search || link.pathname !== location.pathname) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, "", link.href);
    this.open();
    this.scrollIntoView();
  }

  open() {
    this.apply(fromQuery(location.search));
    const epoch = Number(new URLSearchParams(location.search).get("epoch"));
    if (epoch > 0 && epoch <= this.total) this.show(Math.floor(epoch - 1));
  }

  change() {
    const settings = {};
    for (const name in DEFAULTS) {
      const field = this.form.elements[name];
      settings[name] = field.type === "checkbox" ? field.checked : field.value;
    }
    this.apply(settings);
    this.save();
  }

  apply(settings) {
    this.pause();
    this.settings = settings;
    for (const name in settings) {
      const field = this.form.elements[name];
      field[field.type === "checkbox" ? "checked" : "value"] = settings[name];
      field.removeAttribute("aria-invalid");
    }
    this.form.elements.hidden.disabled = !settings.output;
    this.error.textContent = "";
    try {
      this.start(toTask(settings));
    } catch (error) {
      if (!error.field) throw error;
      this.fail(error.field, error.message);
      // 网址里的设置有误：先显示默认的训练。
      if (!this.training) this.start(toTask(DEFAULTS));
    }
  }

  fail(field, message) {
    this.form.elements[field].setAttribute("aria-invalid", "true");
    this.error.textContent = message;
  }

  start(task) {
    this.training = new Training(task);
    this.total = this.range.max = task.epochs;
    this.lines = [];
    this.speaking = true;
    const titles = {
      hidden: "隐藏状态：一列是一步",
      ...(task.output && { scores: "得分" }),
      probabilities: "softmax 概率：绿框是该写的",
    };
    for (const name in shapes(task)) titles[name] = name;
    for (const name in this.tables) if (!(name in titles)) this.tables[name].element.remove();
    const before = this.tables;
    this.tables = {};
    for (const name in titles) {
      const pick = (...picked) => this.pick(...picked);
      const table = before[name] ?? new Table(name, titles[name], pick, name === "probabilities");
      this.tables[name] = table;
      this.rows[name in shapes(task) ? 2 : 1].append(table.element);
    }
    if (!(this.picked?.name in titles)) this.picked = null;
    this.show(this.total - 1);
  }

  pick(table, byKey) {
    this.picked = table;
    this.speakSum = byKey;
    this.invalidate();
  }

  play() {
    if (this.timer) return this.stop();
    // 不要动画的读者直接看结果。
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return this.step(this.total);
    if (this.epoch === this.total - 1) this.show(0);
    this.playButton.textContent = "暂停";
    const next = () => (this.epoch + 1 < this.total ? this.show(this.epoch + 1) : this.stop());
    this.timer = setInterval(next, Math.min(250, 6000 / this.total));
  }

  pause() {
    clearInterval(this.timer);
    this.timer = null;
    this.playButton.textContent = "播放";
  }

  /** 停下来才读一次结果、记进网址；播放时不出声。 */
  stop() {
    this.pause();
    this.speaking = true;
    this.invalidate();
    this.save();
  }

  step(by) {
    this.show(Math.max(0, Math.min(this.total - 1, this.epoch + by)));
    this.stop();
  }

  back() {
    this.step(-1);
  }

  forth() {
    this.step(1);
  }

  seed() {
    const { seed } = this.form.elements;
    seed.value = (Number(seed.value) + 1) % 2 ** 32 || 0;
    this.change();
  }

  show(epoch) {
    this.epoch = epoch;
    this.invalidate();
  }

  save() {
    const query = toQuery(this.settings);
    if (this.epoch < this.total - 1) query.set("epoch", this.epoch + 1);
    try {
      history.replaceState(null, "", `?${query}#live`);
    } catch {
      // 从磁盘打开的页面不许改网址。
    }
  }

  invalidate() {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.render();
    });
  }

  render() {
    const { training, lines } = this;
    const { epochs, task } = training;
    const start = performance.now();
    while (epochs.length <= this.epoch && performance.now() - start < BUDGET && training.advance()) {
      const { written, loss } = epochs.at(-1);
      const text = written.map((i) => task.vocab[i]).join("");
      lines.push(`Predicted string: ${text}, epoch [${epochs.length}/${this.total}] loss=${loss.toFixed(4)}`);
    }
    if (training.diverged && this.epoch >= epochs.length) {
      this.pause();
      this.epoch = Math.max(0, epochs.length - 1);
      const message = `第 ${training.diverged} 轮的数大得单精度装不下，PyTorch 会得到 inf 或 nan，训练停在这里`;
      this.fail("lr", `${message}：把学习率 ${task.lr} 改小。`);
    }
    if (this.epoch >= epochs.length) this.invalidate();
    this.draw(Math.min(this.epoch, epochs.length - 1));
  }

  draw(epoch) {
    const { training, tables } = this;
    const { task, epochs } = training;
    const { vocab, hiddenSize: n } = task;
    const { theta } = epochs[epoch];
    const run = forward(theta, task);
    this.range.value = epoch + 1;
    this.place.textContent = `第 ${epoch + 1} 轮，共 ${this.total} 轮`;
    const written = run.written.map((i) => vocab[i]);
    const result = `第 ${epoch + 1} 轮，写出 ${written.join("")}，损失 ${run.loss.toFixed(4)}`;
    this.range.setAttribute("aria-valuetext", result);
    this.curve.draw(epochs.map(({ loss }) => loss), epoch, this.total, lossFloor(task));
    this.log.textContent = this.lines.slice(Math.max(0, epoch - 14), epoch + 1).join("\n");

    const turn = (columns) => cells(columns[0].length, (i) => columns.map((column) => column[i]));
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
    const { name, row, column } = this.picked ?? {};
    const { text = HINT, related = {} } = name ? explain(name, row, column, training, epoch, run) : {};
    const palette = colors();
    const width = this.panel.clientWidth;
    for (const table of Object.values(tables)) {
      table.resize(width);
      const { top, bottom } = table.canvas.getBoundingClientRect();
      // 播放时看不见的先不画，停下来再画。
      if (this.timer && (bottom < 0 || top > innerHeight)) continue;
      table.draw(palette, related[table.name] ?? [], table === this.picked);
    }
    if (text !== this.sum.textContent) this.sum.textContent = text;
    if (this.speakSum) this.status.textContent = text;
    else if (this.speaking && epoch === this.epoch) this.status.textContent = result;
    this.speakSum = this.speaking = false;
  }
}

customElements.define("rnn-train", RNNTrain);
