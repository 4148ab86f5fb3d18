/** 画图与样式。数表画在 canvas 上：1000 多格也很快。 */

const LEFT = 24;
const TOP = 20;
const SVG = "http://www.w3.org/2000/svg";

const CSS = `
rnn-train, rnn-unrolled { display: block; }
.rnn-live { font-size: .7rem; line-height: 1.6; text-align: left; }
.rnn-live :is(button, input, select) {
  background: var(--md-default-bg-color); border: 1px solid var(--fig-muted);
  border-radius: .2rem; color: var(--fig-ink); font: inherit; min-height: 1.6rem;
  max-width: 100%; padding: 0 .4rem;
}
.rnn-live button:hover { background: var(--fig-hidden); }
.rnn-live :is(button, input, select, canvas, [role=region]):focus-visible {
  outline: .12rem solid var(--fig-mark); outline-offset: .1rem;
}
.rnn-live [aria-invalid] { border: .12rem solid var(--fig-recurrent); }
.rnn-live :disabled { opacity: .6; }
.rnn-bar { align-items: center; display: flex; flex-wrap: wrap; gap: .4rem .8rem; margin: .6rem 0; }
.rnn-live label { align-items: center; display: flex; gap: .3rem; }
.rnn-live [type=checkbox] { height: 1rem; min-height: 0; width: 1rem; }
.rnn-live [type=range] { accent-color: var(--fig-hidden-line); flex: 1 1 8rem; min-width: 6rem; padding: 0; }
.rnn-live .rnn-error { color: var(--fig-recurrent); margin: 0; }
.rnn-row { align-items: flex-start; display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; }
.rnn-row > * { min-width: 0; }
.rnn-curve { flex: 0 1 14rem; }
.rnn-curve text { fill: var(--fig-muted); font-size: 12px; }
.rnn-curve path { fill: none; stroke: var(--fig-muted); }
.rnn-curve .rnn-floor { stroke: var(--plot-2); stroke-dasharray: 6 4; }
.rnn-curve polyline { fill: none; stroke: var(--plot-1); stroke-width: 2; }
.rnn-curve circle { fill: var(--plot-1); }
.rnn-live pre { font: min(.6rem, 2.85vw)/1.45 var(--md-code-font-family); margin: 0; overflow-x: auto; }
.rnn-row canvas { display: block; touch-action: pan-y; }
.rnn-live .rnn-sum {
  background: var(--md-default-bg-color); border-top: 1px solid var(--plot-grid); bottom: 0;
  margin: .6rem 0 0; max-height: 9rem; min-height: 5rem; overflow: auto;
  overflow-wrap: anywhere; position: sticky; white-space: pre-line;
}
.rnn-quiet { clip-path: inset(50%); margin: 0; position: absolute; }
.rnn-live table { border-spacing: .4rem 0; font-size: min(.65rem, 3.4vw); }
.rnn-live th { font-weight: 400; }
.rnn-live td { font-variant-numeric: tabular-nums; text-align: right; }
.rnn-live .rnn-changed { color: var(--fig-mark); font-weight: 700; }
.rnn-past { opacity: .6; }
.rnn-dim { opacity: .2; }
@media screen { .rnn-ready > :not(.rnn-live) { display: none; } }
@media print {
  .rnn-live, rnn-unrolled .fig-mark { display: none; }
  .rnn-past, .rnn-dim { opacity: 1; }
}`;

/** 在组件里加一块面板。构造的样式表不算内联样式，CSP 放行。 */
export function addPanel(host, html) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  document.adoptedStyleSheets.push(sheet);
  const panel = document.createElement("div");
  panel.className = "rnn-live";
  panel.innerHTML = html;
  host.append(panel);
  return panel;
}

export function shape(parent, name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  parent?.append(element);
  return element;
}

export function colors() {
  const style = getComputedStyle(document.body);
  const read = (name) => style.getPropertyValue(name);
  return {
    ink: read("--fig-ink"),
    muted: read("--fig-muted"),
    mark: read("--fig-mark"),
    signs: [read("--plot-5"), read("--plot-1")],
    right: read("--plot-3"),
    font: `12px ${read("--md-code-font-family")}`,
  };
}

/** 一张数表：深浅是大小，颜色是正负；bars 为真时画 0 到 1 的横条。 */
export class Table {
  /** 读者选中一格时调用 pick(表, 是不是用键盘选的)。 */
  constructor(name, title, pick, bars) {
    Object.assign(this, { name, title, pick, bars, row: 0, column: 0 });
    this.element = document.createElement("div");
    this.element.textContent = title;
    const canvas = (this.canvas = document.createElement("canvas"));
    canvas.tabIndex = 0;
    canvas.setAttribute("role", "application");
    this.element.append(canvas);
    canvas.onpointermove = canvas.onpointerdown = ({ offsetX, offsetY }) => {
      const row = Math.floor((offsetY - TOP) / this.height);
      this.select(row, Math.floor((offsetX - LEFT) / this.width), false);
    };
    canvas.onfocus = () => canvas.matches(":focus-visible") && pick(this, true);
    canvas.onkeydown = (event) => {
      const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
      const move = moves[event.key];
      if (!move) return;
      event.preventDefault();
      this.select(this.row + move[0], this.column + move[1], true);
    };
  }

  select(row, column, byKey) {
    if (!(row in this.values && column in this.values[0])) return;
    Object.assign(this, { row, column });
    this.pick(this, byKey);
  }

  /** values 是一行行的数；target[j] 是第 j 列该选的行。 */
  set(values, rowLabels, columnLabels, target = []) {
    Object.assign(this, { values, rowLabels, columnLabels, target });
    const [rows, columns] = [values.length, values[0].length];
    this.row = Math.min(this.row, rows - 1);
    this.column = Math.min(this.column, columns - 1);
    const label = `${this.title}，${rows} 行 ${columns} 列，用方向键选一个数`;
    if (label !== this.canvas.ariaLabel) this.canvas.ariaLabel = label;
  }

  resize(available) {
    const [rows, columns] = [this.values.length, this.values[0].length];
    const widest = columns > 12 ? 10 : 46;
    this.width = Math.floor(Math.min(widest, (available - LEFT - 2) / columns));
    this.height = rows > 12 ? 10 : 24;
    const ratio = devicePixelRatio;
    const size = [LEFT + this.width * columns + 2, TOP + this.height * rows + 2];
    // 重设大小会清空画布，大小变了才设。
    if (`${size},${ratio}` === this.size) return;
    this.size = `${size},${ratio}`;
    ["width", "height"].forEach((side, i) => {
      this.canvas[side] = size[i] * ratio;
      this.canvas.style[side] = `${size[i]}px`;
    });
    this.context = this.canvas.getContext("2d");
    this.context.scale(ratio, ratio);
  }

  draw(palette, marks, selected) {
    const { context: c, width: w, height: h, values } = this;
    const each = (visit) => values.forEach((row, i) => row.forEach((v, j) => visit(v, j * w, i * h)));
    const outline = (color, cells) => {
      c.strokeStyle = color;
      for (const [i, j] of cells) c.strokeRect(j * w, i * h, w - 1, h - 1);
    };
    c.clearRect(0, 0, 9999, 9999);
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.font = palette.font;
    c.fillStyle = palette.muted;
    this.columnLabels.forEach((label, j) => c.fillText(label, LEFT + (j + 0.5) * w, 10));
    if (h > 12) this.rowLabels.forEach((label, i) => c.fillText(label, 10, TOP + (i + 0.5) * h));
    c.save();
    c.translate(LEFT, TOP);
    palette.signs.forEach((color, positive) => {
      c.fillStyle = color;
      each((value, x, y) => {
        if (value > 0 !== Boolean(positive)) return;
        c.globalAlpha = this.bars ? 0.5 : 0.5 * Math.min(1, Math.abs(value)) + 0.03;
        c.fillRect(x, y, (w - 1) * (this.bars ? value : 1), h - 1);
      });
    });
    c.globalAlpha = 1;
    c.fillStyle = palette.ink;
    if (w > 37 && h > 12) {
      each((value, x, y) => c.fillText(value.toFixed(2).replace("-", "−"), x + w / 2, y + h / 2));
    }
    c.lineWidth = 2;
    outline(palette.right, this.target.map((i, j) => [i, j]));
    outline(palette.mark, marks);
    c.lineWidth = 3;
    outline(palette.ink, selected ? [[this.row, this.column]] : []);
    c.restore();
  }
}

export class Curve {
  constructor() {
    this.element = shape(null, "svg", { viewBox: "0 0 340 190", role: "img", class: "rnn-curve" });
    const add = (name, attributes) => shape(this.element, name, attributes);
    add("path", { d: "M34 8V166H334" });
    this.line = add("polyline");
    this.dot = add("circle", { r: 5 });
    this.floor = add("path", { class: "rnn-floor" });
    this.floorText = add("text", { x: 334, "text-anchor": "end" });
    this.top = add("text", { x: 2, y: 16 });
    add("text", { x: 34, y: 184 }).textContent = "第 1 轮";
    this.last = add("text", { x: 334, y: 184, "text-anchor": "end" });
  }

  /** epoch 是现在这一轮（从 0 数）；floor 是 0 表示没有下限。 */
  draw(losses, epoch, total, floor) {
    const highest = Math.max(...losses, floor);
    const x = (e) => 34 + (300 * e) / Math.max(1, total - 1);
    const y = (loss) => 166 - (154 * loss) / highest;
    this.line.setAttribute("points", losses.map((loss, e) => `${x(e)},${y(loss)}`).join(" "));
    this.dot.setAttribute("cx", x(epoch));
    this.dot.setAttribute("cy", y(losses[epoch]));
    this.floor.setAttribute("d", `M34 ${y(floor)}H334`);
    this.floorText.setAttribute("y", floor ? y(floor) + 14 : 160);
    this.floorText.textContent = floor ? `下限 ${floor.toFixed(4)}` : "没有下限";
    this.top.textContent = highest.toFixed(1);
    this.last.textContent = `第 ${total} 轮`;
    const now = `第 1 轮 ${losses[0].toFixed(4)}，第 ${epoch + 1} 轮 ${losses[epoch].toFixed(4)}`;
    this.element.setAttribute("aria-label", `损失曲线：${now}，${this.floorText.textContent}`);
  }
}
