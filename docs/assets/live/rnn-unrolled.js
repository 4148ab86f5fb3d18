// @ts-check
/**
 * <rnn-unrolled>：把里面的展开图一步一步走一遍；数来自 <template> 里程序的记录。记录的是隐藏
 * 状态，就往前走；是一步的损失（L_5）的梯度的范数，就往回走。
 */
import { createPanel, find } from "./draw.js";

const PANEL = `
<div class="rnn-bar">
  <button data-by="-9">从头</button>
  <button data-by="-1">上一步</button>
  <button data-by="1">下一步</button>
  <label><select></select></label>
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
    // 损失的一步 → 它对各步的状态、对各步用的 W_hh 的梯度的范数。
    this.losses = /** @type {Record<string, Record<string, string[]>>} */ ({});
    for (const [, t, name, numbers] of record.matchAll(/^L_(\d) +(\w+) +(.+)$/gm)) {
      this.losses[t] ??= {};
      this.losses[t][name] = numbers.split(/ +/);
    }
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
    for (const t in this.losses) this.select.add(new Option(`第 ${t} 步的损失`, t, false, true));
    this.backward = !this.original;
    this.select.before(this.backward ? "看" : "读");
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
    // 换一个词，停在原来的一步；换一步的损失，走到头。
    this.select.onchange = () => this.go(this.backward ? 9 : 0);
  }

  connectedCallback() {
    this.append(this.panel);
    this.show();
  }

  /** @param {number | string | undefined} by */
  go(by) {
    if (by === undefined) return;
    const last = this.backward ? Number(this.select.value) : this.steps.length;
    this.step = Math.max(0, Math.min(last, this.step + Number(by)));
    this.status.textContent = this.show();
  }

  /** 画出走到第 step 步的样子，返回一句说明。 */
  show() {
    return this.backward ? this.showBackward() : this.showForward();
  }

  showForward() {
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

  /** 从第 t 步的损失往回走：走过的是第 t 步到第 at 步。 */
  showBackward() {
    const t = Number(this.select.value);
    const at = t - this.step + 1;
    const { h, W_hh } = this.losses[t];
    /** @type {(numbers: string[], k: number, empty: string) => string} */
    const norm = (numbers, k, empty) => (k >= at && k <= t ? numbers[k - 1] : empty);
    const rows = h.map((_, i) => {
      const [state, use] = [h, W_hh].map((numbers) => `<td>${norm(numbers, i + 1, "…")}`);
      return `<tr><th scope="row">第 ${i + 1} 步${state}${use}`;
    });
    const head = '<th scope="col">对 h 的梯度<th scope="col">对这一步用的 W_hh 的梯度';
    this.table.innerHTML = `<tr><td>${head}${rows.join("")}`;
    for (const [i, step] of this.steps.entries()) {
      step.classList.toggle("rnn-dim", !norm(h, i + 1, ""));
      this.rings[i].classList.toggle("rnn-changed", i + 1 === t);
    }
    for (const [i, arrow] of this.passes.entries()) {
      const carried = i + 1 < t ? norm(h, i + 1, "") : "";
      arrow.classList.toggle("rnn-dim", !carried);
      arrow.setAttribute("stroke-width", `${1 + 8 * Number(carried)}`);
    }
    for (const [name, numbers] of Object.entries({ h, W_hh })) {
      for (const [i, text] of this.querySelectorAll(`[data-flow=${name}]`).entries()) {
        const shown = norm(numbers, i + 1, "");
        text.textContent = Number(shown) ? Number(shown).toFixed(3) : shown && "0";
      }
    }
    if (!this.step) return `第 ${t} 步的损失，还没有往回走。`;
    const [here, whole, use] = [h[at - 1], h[t - 1], W_hh[at - 1]];
    const share = Math.round((100 * Number(here)) / Number(whole));
    const what = `走到第 ${at} 步：对 h_${at} 的是 ${here}，是第 ${t} 步的 ${share}%`;
    return `第 ${t} 步的损失，${what}；第 ${at} 步用的 W_hh 分得 ${use}。`;
  }
}

customElements.define("rnn-unrolled", RNNUnrolled);
