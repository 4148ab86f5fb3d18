// @ts-check
/** <rnn-unrolled>：把里面的展开图一步一步走一遍；数来自 <template> 里程序的记录。 */
import { createPanel, find } from "./draw.js";

const PANEL = `
<div class="rnn-bar">
  <button data-by="-9">从头</button>
  <button data-by="-1">上一步</button>
  <button data-by="1">下一步</button>
  <label>读 <select></select></label>
</div>
<p role="status"></p>
<table class="rnn-states"></table>`;

class RNNUnrolled extends HTMLElement {
  constructor() {
    super();
    this.panel = createPanel(PANEL);
    this.select = find(this.panel, "select", HTMLSelectElement);
    this.status = find(this.panel, "[role=status]", HTMLElement);
    this.table = find(this.panel, "table", HTMLElement);
    // 读的词 → 各步的隐藏状态，第 0 项是 h_0。
    this.words = /** @type {Record<string, string[][]>} */ ({});
    const record = find(this, "template", HTMLTemplateElement).innerHTML;
    for (const [, word, numbers] of record.matchAll(/^(\w+) +h_\d +(.+)$/gm)) {
      const state = numbers.split(/ +/);
      this.words[word] ??= [state.map(() => "0.0000")];
      this.words[word].push(state);
    }
    this.original = Object.keys(this.words)[0];
    for (const word in this.words) {
      const at = [...word].findIndex((char, i) => char !== this.original[i]);
      const label = at < 0 ? word : `${word}（第 ${at + 1} 个字符换成 ${word[at]}）`;
      this.select.add(new Option(label, word));
    }
    // 图里的名字都以图名开头：各步是 -step，传给下一步的箭头是 -pass，圈是 -mark；等宽的是字符。
    this.letters = this.querySelectorAll("tspan.fig-code");
    this.steps = this.querySelectorAll("use[href$='-step']");
    this.passes = this.querySelectorAll("use[href$='-pass']");
    const mark = find(this, "[id$='-mark']", SVGElement);
    this.rings = Array.from(this.steps, (step) => {
      const ring = /** @type {Element} */ (step.cloneNode());
      ring.setAttribute("href", `#${mark.id}`);
      ring.classList.add("rnn-ring");
      step.parentElement?.append(ring);
      return ring;
    });
    this.step = this.steps.length;
    this.panel.onclick = ({ target }) => this.go(/** @type {HTMLElement} */ (target).dataset.by);
    this.panel.onkeydown = ({ key, target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      if (key === "ArrowLeft") this.go(-1);
      if (key === "ArrowRight") this.go(1);
    };
    this.select.onchange = () => this.go(0);
  }

  connectedCallback() {
    this.append(this.panel);
    this.show();
  }

  /** @param {number | string | undefined} by */
  go(by) {
    if (by === undefined) return;
    this.step = Math.max(0, Math.min(this.steps.length, this.step + Number(by)));
    this.status.textContent = this.show();
  }

  /** 画出走到第 step 步的样子，返回一句说明。 */
  show() {
    const { step, original } = this;
    const word = this.select.value;
    const usual = this.words[original];
    for (const arrows of [this.steps, this.passes]) {
      for (const [t, use] of arrows.entries()) {
        use.classList.toggle("rnn-dim", t >= step);
        use.classList.toggle("rnn-past", t < step - 1 && step < this.steps.length);
      }
    }
    for (const [t, letter] of this.letters.entries()) {
      letter.textContent = word[t];
      letter.classList.toggle("rnn-changed", word[t] !== original[t]);
    }
    /** @type {string[]} */
    const changed = [];
    const rows = this.words[word].map((state, t) => {
      const differs = state.map((value, i) => t <= step && value !== usual[t][i]);
      if (differs.includes(true)) changed.push(`h_${t}`);
      if (t) this.rings[t - 1].classList.toggle("rnn-changed", differs.includes(true));
      const cells = state.map((value, i) => {
        const shown = t > step ? "…" : value.replace("-", "−");
        return `<td${differs[i] ? ' class="rnn-changed"' : ""}>${shown}`;
      });
      return `<tr><th scope="row">h_${t}${t ? `，读 ${word[t - 1]}` : ""}${cells.join("")}`;
    });
    this.table.innerHTML = rows.join("");
    if (!step) return "还没有读：h_0 是全零。";
    const what = `第 ${step} 步：读 ${word[step - 1]}，与 h_${step - 1} 合起来算出 h_${step}。`;
    if (word === original) return what;
    const effect = changed.length ? `${changed.join("、")} 变了` : "还没有哪一步变";
    return `${what}与读 ${original} 相比，${effect}。`;
  }
}

customElements.define("rnn-unrolled", RNNUnrolled);
