/** <rnn-unrolled>：把里面的展开图一步一步走一遍；数来自 <template> 里程序的记录。 */
import { addPanel, shape } from "./draw.js";

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
  connectedCallback() {
    if (this.panel) return;
    const record = this.querySelector("template").innerHTML;
    this.words = {};
    for (const [, word, numbers] of record.matchAll(/^(\w+) +h_\d +(.+)$/gm)) {
      (this.words[word] ??= [Array(4).fill("0.0000")]).push(numbers.split(/ +/));
    }
    this.panel = addPanel(this, PANEL);
    this.select = this.panel.querySelector("select");
    [this.original] = Object.keys(this.words);
    for (const word in this.words) {
      const at = [...word].findIndex((char, i) => char !== this.original[i]);
      const label = at < 0 ? word : `${word}（第 ${at + 1} 个字符换成 ${word[at]}）`;
      this.select.add(new Option(label, word));
    }
    this.arrows = ["pass", "step"].map((part) => this.querySelectorAll(`use[href$="-${part}"]`));
    this.rings = Array.from(this.arrows[1], (use) => {
      const place = { class: "fig-mark", r: 30, cx: use.getAttribute("x"), cy: 44, "stroke-width": 4 };
      return shape(this.querySelector("svg"), "circle", place);
    });
    this.step = this.rings.length;
    this.panel.onclick = ({ target }) => this.go(target.dataset.by);
    this.panel.onkeydown = ({ key, target }) => {
      if (target.dataset.by) this.go({ ArrowLeft: -1, ArrowRight: 1 }[key]);
    };
    this.select.onchange = () => this.go("0");
    this.show();
  }

  go(by) {
    if (!by) return;
    this.step = Math.max(0, Math.min(this.rings.length, this.step + Number(by)));
    this.panel.querySelector("[role=status]").textContent = this.show();
  }

  /** 画出走到第 step 步的样子，返回一句说明。 */
  show() {
    const { step, original } = this;
    const word = this.select.value;
    const usual = this.words[original];
    for (const arrows of this.arrows) {
      arrows.forEach((use, t) => {
        use.classList.toggle("rnn-dim", t >= step);
        use.classList.toggle("rnn-past", t < step - 1 && step < this.rings.length);
      });
    }
    const changed = [];
    const rows = this.words[word].map((state, t) => {
      const differs = (value, i) => t <= step && value !== usual[t][i];
      if (state.some(differs)) changed.push(`h_${t}`);
      if (t) this.rings[t - 1].style.visibility = state.some(differs) ? "" : "hidden";
      const cells = state.map((value, i) => {
        const shown = t > step ? "…" : value.replace("-", "−");
        return `<td${differs(value, i) ? ' class="rnn-changed"' : ""}>${shown}`;
      });
      return `<tr><th scope="row">h_${t}${t ? `，读 ${word[t - 1]}` : ""}${cells.join("")}`;
    });
    this.panel.querySelector("table").innerHTML = rows.join("");
    if (!step) return "还没有读：h_0 是全零。";
    const what = `第 ${step} 步：读 ${word[step - 1]}，与 h_${step - 1} 合起来算出 h_${step}。`;
    if (word === original) return what;
    return `${what}与读 ${original} 相比，${changed.length ? `${changed.join("、")} 变了` : "还没有哪一步变"}。`;
  }
}

customElements.define("rnn-unrolled", RNNUnrolled);
