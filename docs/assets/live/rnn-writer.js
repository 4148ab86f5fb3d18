// @ts-check
/** <rnn-writer>：网络在页面里写诗。里面的静态例子留给打印、没有脚本、还没有写的时候。 */
import { createPanel, find } from "./draw.js";
import { fetchArrays } from "./npz.js";
import { Writer } from "./writer.js";

/** 都是字符串，与网址里的一样；acrostic 选了藏头是 "1"。 */
const DEFAULTS = { given: "", acrostic: "", temperature: "0.7", seed: "0" };
/** @typedef {keyof typeof DEFAULTS} Field */
const FIELDS = /** @type {Field[]} */ (Object.keys(DEFAULTS));
const WEIGHTS = new URL("../../snippets/language-model/train_writer.npz", import.meta.url);
const PACE = 220; // 毫秒，一个字
const PANEL = `
<form class="rnn-bar" aria-label="怎样写">
  <label>指定的字 <input name="given" size="8" maxlength="20" placeholder="可以空着"></label>
  <label>用作 <select name="acrostic"><option value="">开头<option value="1">每句的首字（藏头）</select></label>
  <label>温度 <input name="temperature" inputmode="decimal" size="3"></label>
  <label>种子 <input name="seed" inputmode="numeric" size="7"></label>
  <button>写一首</button>
  <button type="button" data-do="next">下一个种子</button>
  <button type="button" data-do="stop">停</button>
</form>
<p class="rnn-cost"></p>
<p class="rnn-error" role="alert"></p>
<div class="rnn-written" hidden>
  <div class="rnn-row">
    <p class="rnn-poem" lang="zh-CN"></p>
    <table class="rnn-likely"></table>
  </div>
  <div class="rnn-bar">
    <button data-by="-1">上一个字</button>
    <button data-by="1">下一个字</button>
    <input type="range" min="1" aria-label="看哪一个字">
  </div>
</div>
<p class="rnn-quiet" role="status"></p>`;

/** 有一项写错了：field 是哪一项，message 给读者看。 */
class Wrong extends Error {
  /** @param {Field} field @param {string} message */
  constructor(field, message) {
    super(message);
    this.field = field;
  }
}

/** 权重没有取到。 */
class Missing extends Error {}

const percent = (/** @type {number} */ p) => `${(100 * p).toFixed(p < 0.1 ? 2 : 1)}%`;

class RNNWriter extends HTMLElement {
  constructor() {
    super();
    this.panel = createPanel(PANEL);
    const part = (/** @type {string} */ selector) => find(this.panel, selector, HTMLElement);
    this.form = find(this.panel, "form", HTMLFormElement);
    this.cost = part(".rnn-cost");
    this.error = part(".rnn-error");
    this.written = part(".rnn-written");
    this.poem = part(".rnn-poem");
    this.range = find(this.panel, "[type=range]", HTMLInputElement);
    this.likely = part("table");
    this.status = part("[role=status]");
    /** @type {Promise<Writer> | undefined} */
    this.writer = undefined;
    this.steps = /** @type {import("./writer.js").Step[]} */ ([]);
    this.at = 0; // 看的是哪一个字，从 0 数
    this.turn = 0; // 第几次写：停了、又写了一首，前一次就不再往下写
    const record = find(this, "template", HTMLTemplateElement).innerHTML;
    this.size = `${Math.ceil(Number(record.match(/(\d+) 字节/)?.[1]) / 1000)} KB`;
    this.cost.textContent =
      `第一次写，先取网络的权重，${this.size}，只取一次。` +
      "网络在这个浏览器里写，打的字不发到别处。";

    this.form.onsubmit = (event) => {
      event.preventDefault();
      this.write();
    };
    part("[data-do=stop]").onclick = () => this.stop();
    part("[data-do=next]").onclick = () => {
      const seed = this.field("seed");
      seed.value = `${(Number(seed.value) + 1) % 2 ** 32 || 0}`;
      this.write();
    };
    this.written.onclick = ({ target }) => {
      const { by, at } = /** @type {HTMLElement} */ (target).dataset;
      if (by) this.look(this.at + Number(by));
      if (at) this.look(Number(at));
    };
    this.range.oninput = () => this.look(Number(this.range.value) - 1);
  }

  connectedCallback() {
    const query = new URLSearchParams(location.search);
    for (const name of FIELDS) this.field(name).value = query.get(name) ?? DEFAULTS[name];
    const { bottom } = this.getBoundingClientRect();
    this.prepend(this.panel);
    // 读者在下面，这里长高了：读着的那一行不动。
    if (bottom < 0) scrollBy(0, this.getBoundingClientRect().bottom - bottom);
  }

  /** @param {Field} name */
  field(name) {
    return /** @type {HTMLInputElement} */ (this.form.elements.namedItem(name));
  }

  /** 用时才取，取一次；没有取到，下一次再取。 */
  async load() {
    this.cost.textContent = `正在取网络的权重，${this.size}。`;
    try {
      const writer = new Writer(await fetchArrays(WEIGHTS));
      this.cost.textContent = "";
      return writer;
    } catch {
      this.writer = undefined;
      this.cost.textContent = `网络的权重，${this.size}。`;
      throw new Missing("网络的权重没有取到：看看网是不是通的，再按一次「写一首」。");
    }
  }

  /** 照框里的设置；有误就抛出 Wrong。 @param {Writer} writer @returns {import("./writer.js").Request} */
  request(writer) {
    /** @type {(field: "temperature" | "seed", name: string, high: number, right: RegExp) => number} */
    const number = (field, name, high, right) => {
      const text = this.field(field).value.normalize("NFKC").replace("。", ".").trim();
      this.field(field).value = text;
      if (right.test(text) && Number(text) <= high) return Number(text);
      const kind = field === "seed" ? "整数" : "数";
      throw new Wrong(field, `${name}要是 0 到 ${high} 之间的${kind}，现在是「${text}」。`);
    };
    const acrostic = this.field("acrostic").value === "1";
    const given = [...this.field("given").value.replace(/\s/g, "")];
    this.field("given").value = given.join("");
    const most = acrostic ? 4 : 5;
    if (given.length > most) {
      const what = acrostic ? "藏头最多四个字，一句一个" : "开头最多五个字，就是第一句";
      throw new Wrong("given", `${what}；现在有 ${given.length} 个。`);
    }
    const unknown = given.filter((char) => !writer.knows(char));
    if (unknown.length) {
      const names = [...new Set(unknown)].map((char) => `「${char}」`).join("");
      const why = "训练用的诗里没有，或者不到三次";
      throw new Wrong("given", `词表里没有${names}：${why}。换一个字，要简体。`);
    }
    return {
      given: Object.fromEntries(given.map((char, i) => [acrostic ? 6 * i : i, char])),
      temperature: number("temperature", "温度", 2, /^(\d+\.?\d*|\.\d+)$/),
      seed: number("seed", "种子", 2 ** 32 - 1, /^\d+$/),
    };
  }

  async write() {
    const turn = ++this.turn;
    this.error.textContent = this.status.textContent = "";
    this.panel.classList.remove("rnn-stale");
    for (const name of FIELDS) this.field(name).removeAttribute("aria-invalid");
    try {
      this.writer ??= this.load();
      const writer = await this.writer;
      if (turn !== this.turn) return;
      const request = this.request(writer);
      this.save();
      this.written.hidden = false;
      this.classList.add("rnn-ready");
      this.steps = [];
      for (const step of writer.write(request)) {
        this.steps.push(step);
        this.show(this.steps.length - 1);
        // 不要动画的读者直接看到结果。
        if (matchMedia("(prefers-reduced-motion: reduce)").matches) continue;
        await new Promise((done) => setTimeout(done, PACE));
        if (turn !== this.turn) return;
      }
      this.stop();
    } catch (error) {
      if (turn !== this.turn) return;
      if (!(error instanceof Wrong || error instanceof Missing)) throw error;
      if (error instanceof Wrong) this.field(error.field).setAttribute("aria-invalid", "true");
      const still = this.steps.length ? "下面还是上一首。" : "";
      this.error.textContent = error.message + still;
      this.panel.classList.add("rnn-stale");
    }
  }

  /** 停下来才读一次写出的诗；写的时候不出声。 */
  stop() {
    this.turn++;
    this.status.textContent = this.poem.textContent;
  }

  /** 与默认值相同的不写进网址。 */
  save() {
    const query = new URLSearchParams();
    for (const name of FIELDS) {
      const { value } = this.field(name);
      if (value !== DEFAULTS[name]) query.set(name, value);
    }
    history.replaceState(null, "", `${location.pathname}${`${query}` && "?"}${query}#live`);
  }

  /** 读者自己看一个字：不再往下写。 @param {number} at */
  look(at) {
    this.turn++;
    this.show(Math.max(0, Math.min(this.steps.length - 1, at)));
  }

  /** @param {number} at */
  show(at) {
    this.at = at;
    const { steps } = this;
    const step = steps[at];
    this.poem.replaceChildren(
      ...steps.flatMap(({ char, given }, i) => {
        const span = document.createElement("span");
        span.textContent = char;
        span.dataset.at = `${i}`;
        span.classList.toggle("rnn-given", given);
        span.classList.toggle("rnn-looked", i === at);
        return /[，。]/.test(char) ? [span, document.createElement("br")] : [span];
      }),
    );
    const words = `第 ${at + 1} 个字${step.given ? "指定" : "写"}「${step.char}」，概率 ${percent(step.probability)}`;
    const rows = [...step.likely];
    if (!rows.some(([char]) => char === step.char)) rows.push([step.char, step.probability]);
    this.likely.innerHTML = `<caption>${words}<br>最可能的五个：</caption>`;
    for (const [char, probability] of rows) {
      const row = document.createElement("tr");
      row.innerHTML = `<th scope="row"><td>${percent(probability)}<td><i></i>`;
      find(row, "th", HTMLElement).textContent = char === "\n" ? "（写完）" : char;
      find(row, "i", HTMLElement).style.width = `${(100 * probability) / rows[0][1]}%`;
      row.classList.toggle("rnn-looked", char === step.char);
      this.likely.append(row);
    }
    this.range.max = `${steps.length}`;
    this.range.value = `${at + 1}`;
    const likely = step.likely.map(([char, p]) => `${char} ${percent(p)}`).join("，");
    this.range.setAttribute("aria-valuetext", `${words}；最可能的：${likely}`);
  }
}

customElements.define("rnn-writer", RNNWriter);
