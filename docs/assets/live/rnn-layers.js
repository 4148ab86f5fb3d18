// @ts-check
/**
 * <rnn-layers>：指着两层双向 RNN 的一个状态，说它在 output、h_n 的哪里、由哪些输入算出；
 * 说的是 <template> 里程序印的表。
 */
import { createPanel, find } from "./draw.js";

const ROW = /^(\d) +(向.) +(\d) +(output\[.*?\]|-) +(h_n\[.*?\]|-) +x_(\d)(?:\.\.x_(\d))?$/gm;
// 图里从上到下的四行。
const LINES = ["2 向右", "2 向左", "1 向右", "1 向左"];
/** @type {Record<string, [number, number] | undefined>} */
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

class RNNLayers extends HTMLElement {
  constructor() {
    super();
    this.panel = createPanel(`
      <p>指着一个状态，或用方向键选。</p>
      <p role="status"></p>`);
    this.status = find(this.panel, "[role=status]", HTMLElement);
    this.figure = find(this, "svg", SVGSVGElement);
    // 「层 方向 步」→ 在 output 里、在 h_n 里、最早与最晚的输入。
    this.places = /** @type {Map<string, string[]>} */ (new Map());
    for (const row of find(this, "template", HTMLTemplateElement).innerHTML.matchAll(ROW)) {
      const [, layer, way, step, output, final, first, last = first] = row;
      this.places.set(`${layer} ${way} ${step}`, [output, final, first, last]);
    }
    this.line = this.step = 0;
    const mark = find(this, "[id$='-mark']", SVGElement);
    this.ring = document.createElementNS(mark.namespaceURI, "use");
    this.ring.setAttribute("href", `#${mark.id}`);
  }

  connectedCallback() {
    const { figure } = this;
    figure.append(this.ring);
    // 名字不作浮出的提示：它会盖住指着的状态。
    find(figure, "title", SVGElement).remove();
    figure.removeAttribute("aria-labelledby");
    figure.setAttribute("aria-label", "两层双向 RNN，四行四列的状态，用方向键选一个");
    figure.setAttribute("role", "application");
    figure.tabIndex = 0;
    figure.onkeydown = (event) => {
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      this.pick(this.line + move[0], this.step + move[1]);
    };
    figure.onclick = ({ target }) => this.point(target);
    // 手指划过是滚动，点才是选。
    figure.onpointermove = ({ pointerType, target }) => {
      if (pointerType !== "touch") this.point(target);
    };
    this.append(this.panel);
    // 最容易弄错的一个：向左的最后一步，在 output 的开头。
    this.pick(1, 0);
  }

  /** @param {EventTarget | null} target */
  point(target) {
    const cell = target instanceof Element ? target.closest("[data-cell]") : null;
    const name = cell?.getAttribute("data-cell");
    if (name) this.pick(LINES.indexOf(name.slice(0, -2)), Number(name.slice(-1)) - 1);
  }

  /** @param {number} line @param {number} step */
  pick(line, step) {
    const name = `${LINES[line]} ${step + 1}`;
    const place = this.places.get(name);
    if (!place) return;
    [this.line, this.step] = [line, step];
    const [output, final, first, last] = place;
    const state = find(this, `[data-cell="${name}"] use`, SVGElement);
    for (const side of ["x", "y"]) this.ring.setAttribute(side, state.getAttribute(side) ?? "");
    for (const part of this.querySelectorAll("[data-place]")) {
      const where = part.getAttribute("data-place") ?? "";
      const input = Number(where.match(/^x_(\d)/)?.[1]);
      const found = input
        ? input >= Number(first) && input <= Number(last)
        : [output, final].some((text) => text.startsWith(where.slice(0, -1)));
      part.classList.toggle("rnn-dim", !found);
    }
    const [layer, way] = LINES[line].split(" ");
    const inputs = first === last ? `x_${first}` : `x_${first} 到 x_${last}`;
    const says = [
      output === "-" ? "不在 output 里" : `是 ${output}`,
      final === "-" ? "不在 h_n 里" : `是 ${final}`,
    ];
    this.status.textContent = `第 ${layer} 层，${way}，第 ${step + 1} 步：${says.join("，")}；由 ${inputs} 算出。`;
  }
}

customElements.define("rnn-layers", RNNLayers);
