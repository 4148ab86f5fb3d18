// @ts-check
/** <rnn-gates>：训练好的 LSTM 读一串读者写的字母，看它的门。里面的静态图留给打印和没有脚本的时候。 */
import { colors, createPanel, find, Table } from "./draw.js";
import { BadText, explain, parse, read } from "./gates.js";
import { fetchArrays } from "./npz.js";

// 训练程序的产物，十个种子的权重。
const WEIGHTS = new URL("../../snippets/gated-cells/train_letters.npz", import.meta.url);
const TITLES = /** @type {const} */ ({
  f: "遗忘门 f",
  i: "输入门 i",
  g: "候选 g",
  o: "输出门 o",
  c: "单元状态 c",
});
const seeds = Array.from({ length: 10 }, (_, seed) => `<option>${seed}`).join("");
const PANEL = `
<p><button data-do="load">换一串字母看它的门</button> <small>先取十个网络的权重，10 KB。</small></p>
<form class="rnn-bar" aria-label="读什么，用哪个网络" hidden>
  <label>读 <input name="text" size="13" autocapitalize="off" autocomplete="off" spellcheck="false"></label>
  <label>种子 <select name="seed">${seeds}</select></label>
</form>
<p class="rnn-error" role="alert"></p>
<p class="rnn-written" role="status"></p>
<p class="rnn-sum" hidden></p>
<div class="rnn-row"></div>
<p class="rnn-quiet" role="status"></p>`;

class RNNGates extends HTMLElement {
  constructor() {
    super();
    this.panel = createPanel(PANEL);
    const part = (/** @type {string} */ selector) => find(this.panel, selector, HTMLElement);
    this.button = find(this.panel, "button", HTMLButtonElement);
    this.form = find(this.panel, "form", HTMLFormElement);
    this.input = find(this.panel, "input", HTMLInputElement);
    this.select = find(this.panel, "select", HTMLSelectElement);
    this.error = part(".rnn-error");
    this.written = part(".rnn-written");
    this.sum = part(".rnn-sum");
    this.spoken = part(".rnn-quiet");
    // 静态图读的那一串。
    this.text = this.input.value = this.getAttribute("text") ?? "";
    this.weights = /** @type {import("./npz.js").Arrays} */ ({});
    this.steps = /** @type {import("./gates.js").Step[]} */ ([]);
    this.picked = /** @type {keyof typeof TITLES} */ ("f");
    this.tables = Object.entries(TITLES).map(([name, title]) => {
      const table = new Table(name, title, false);
      table.onpick = (byKey) => {
        this.picked = /** @type {keyof typeof TITLES} */ (name);
        this.draw();
        if (byKey) this.spoken.textContent = this.sum.textContent;
      };
      return table;
    });
    this.button.onclick = () => this.load();
    this.form.onsubmit = (event) => event.preventDefault();
    this.input.oninput = this.select.onchange = () => this.run();
    const redraw = () => this.steps.length && this.draw();
    new ResizeObserver(redraw).observe(this);
    const scheme = { attributeFilter: ["data-md-color-scheme"] };
    new MutationObserver(redraw).observe(document.body, scheme);
  }

  connectedCallback() {
    this.append(this.panel);
  }

  async load() {
    this.button.disabled = true;
    this.error.textContent = "";
    try {
      this.weights = await fetchArrays(WEIGHTS);
    } catch {
      this.error.textContent = "没有取到权重：检查网络，再按一次。";
      this.button.disabled = false;
      return;
    }
    this.button.parentElement?.remove();
    this.form.hidden = this.sum.hidden = false;
    find(this.panel, ".rnn-row", HTMLElement).append(...this.tables.map(({ element }) => element));
    this.classList.add("rnn-ready");
    this.run();
    this.input.focus();
  }

  /** 读一遍写着的字母；有误就说出来，画着的不变。 */
  run() {
    this.error.textContent = "";
    this.input.removeAttribute("aria-invalid");
    try {
      this.text = parse(this.input.value);
    } catch (error) {
      if (!(error instanceof BadText)) throw error;
      this.error.textContent = `${error.message}下面还是「${this.text}」的。`;
      this.input.setAttribute("aria-invalid", "true");
    }
    this.panel.classList.toggle("rnn-stale", this.error.textContent !== "");
    this.steps = read(this.weights, Number(this.select.value), this.text);
    const start = this.text.search(/[abc]/);
    const note = start
      ? `${start < 0 ? "一直" : `前 ${start} 步`}还没有读到 a、b、c，写什么都没有对错。`
      : "";
    const written = this.steps.map((step) => step.written).join("");
    this.written.textContent = `读 ${this.text}，写 ${written}。${note}`;
    this.draw();
  }

  draw() {
    const palette = colors();
    const { steps, text } = this;
    for (const table of this.tables) {
      const name = /** @type {keyof typeof TITLES} */ (table.name);
      const values = [0, 1, 2, 3].map((j) => steps.map((step) => step[name][j]));
      table.set(values, [1, 2, 3, 4], [...text]);
      table.resize(this.panel.clientWidth);
      const picked = name === this.picked;
      table.draw(palette, [], picked);
      if (picked) this.sum.textContent = explain(name, table.row, table.column, steps, text);
    }
  }
}

customElements.define("rnn-gates", RNNGates);
