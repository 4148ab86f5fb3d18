// @ts-check
/** 面板与画图。数表画在 canvas 上：1000 多格也很快。 */

const LEFT = 24;
const TOP = 20;
/** @type {Record<string, number[] | undefined>} */
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

// 样式到了才往下走，面板不会先光着出现；取不到也照样能用。
const sheet = document.createElement("link");
sheet.rel = "stylesheet";
sheet.href = new URL("live.css", import.meta.url).href;
await new Promise((done) => {
  sheet.onload = sheet.onerror = done;
  document.head.append(sheet);
});

/** @param {string} html */
export function createPanel(html) {
  const panel = document.createElement("div");
  panel.className = "rnn-live";
  panel.innerHTML = html;
  return panel;
}

/** @template {Element} T @param {Element} parent @param {string} selector @param {new () => T} kind */
export function find(parent, selector, kind) {
  const element = parent.querySelector(selector);
  if (element instanceof kind) return element;
  throw new TypeError(`<${parent.localName}> 里没有 ${selector}`);
}

export function colors() {
  const style = getComputedStyle(document.body);
  const read = (/** @type {string} */ name) => style.getPropertyValue(name);
  return {
    ink: read("--fig-ink"),
    muted: read("--fig-muted"),
    mark: read("--fig-mark"),
    negative: read("--plot-5"),
    positive: read("--plot-1"),
    right: read("--plot-3"),
    font: `12px ${read("--md-code-font-family")}`,
  };
}

/** 一张数表：深浅是大小，颜色是正负；bars 为真时画 0 到 1 的横条。 */
export class Table {
  /** @param {string} name @param {string} title @param {boolean} bars */
  constructor(name, title, bars) {
    this.name = name;
    this.title = title;
    this.bars = bars;
    /** 读者选中一格时调用，byKey 是不是用键盘。 */
    this.onpick = (/** @type {boolean} */ _byKey) => {};
    this.row = this.column = this.width = this.height = 0;
    this.size = "";
    this.values = /** @type {(number[] | Float64Array)[]} */ ([]);
    this.rowLabels = this.columnLabels = /** @type {(string | number)[]} */ ([]);
    this.target = /** @type {number[]} */ ([]);

    this.element = document.createElement("div");
    this.canvas = document.createElement("canvas");
    this.context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "application");
    this.element.append(title, this.canvas);
    this.canvas.onclick = ({ offsetX, offsetY }) => {
      const row = Math.floor((offsetY - TOP) / this.height);
      this.select(row, Math.floor((offsetX - LEFT) / this.width), false);
    };
    // 手指划过是滚动，点才是选。
    this.canvas.onpointermove = (event) => {
      if (event.pointerType !== "touch") this.canvas.onclick?.(event);
    };
    this.canvas.onfocus = () => this.canvas.matches(":focus-visible") && this.onpick(true);
    this.canvas.onkeydown = (event) => {
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      this.select(this.row + move[0], this.column + move[1], true);
    };
  }

  /** @param {number} row @param {number} column @param {boolean} byKey */
  select(row, column, byKey) {
    if (!(row in this.values && column in this.values[0])) return;
    this.row = row;
    this.column = column;
    this.onpick(byKey);
  }

  /**
   * values 是一行行的数；target[j] 是第 j 列该选的行。
   * @param {Table["values"]} values @param {Table["rowLabels"]} rowLabels
   * @param {Table["columnLabels"]} columnLabels @param {number[]} target
   */
  set(values, rowLabels, columnLabels, target = []) {
    this.values = values;
    this.rowLabels = rowLabels;
    this.columnLabels = columnLabels;
    this.target = target;
    const [rows, columns] = [values.length, values[0].length];
    this.row = Math.min(this.row, rows - 1);
    this.column = Math.min(this.column, columns - 1);
    const label = `${this.title}，${rows} 行 ${columns} 列，用方向键选一个数`;
    this.canvas.setAttribute("aria-label", label);
  }

  /** @param {number} available 面板的宽度 */
  resize(available) {
    const [rows, columns] = [this.values.length, this.values[0].length];
    const widest = columns > 12 ? 10 : 46;
    this.width = Math.floor(Math.min(widest, (available - LEFT - 2) / columns));
    this.height = rows > 12 ? 10 : 24;
    const [width, height] = [LEFT + this.width * columns + 2, TOP + this.height * rows + 2];
    const ratio = devicePixelRatio;
    // 重设大小会清空画布，大小变了才设。
    const size = `${width} ${height} ${ratio}`;
    if (size === this.size) return;
    this.size = size;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    this.canvas.style.width = `${width}px`;
    this.canvas.style.height = `${height}px`;
    this.context.scale(ratio, ratio);
  }

  /**
   * marks 是要圈出的格子，selected 是选中的格子在不在这张表里。
   * @param {ReturnType<typeof colors>} palette @param {number[][]} marks @param {boolean} selected
   */
  draw(palette, marks, selected) {
    const { context: c, width: w, height: h } = this;
    /** @param {(value: number, x: number, y: number) => void} visit */
    const each = (visit) => {
      for (const [i, row] of this.values.entries()) {
        for (const [j, value] of row.entries()) visit(value, j * w, i * h);
      }
    };
    /** @type {(color: string, cells: number[][]) => void} */
    const outline = (color, cells) => {
      c.strokeStyle = color;
      for (const [i, j] of cells) c.strokeRect(j * w, i * h, w - 1, h - 1);
    };
    c.clearRect(0, 0, 9999, 9999);
    c.textAlign = "center";
    c.textBaseline = "middle";
    c.font = palette.font;
    c.fillStyle = palette.muted;
    for (const [j, label] of this.columnLabels.entries()) {
      c.fillText(`${label}`, LEFT + (j + 0.5) * w, TOP / 2);
    }
    if (h > 12) {
      for (const [i, label] of this.rowLabels.entries()) {
        c.fillText(`${label}`, 10, TOP + (i + 0.5) * h);
      }
    }
    c.save();
    c.translate(LEFT, TOP);
    // 逐格换颜色很慢：先画负的，再画正的。
    for (const positive of [false, true]) {
      c.fillStyle = positive ? palette.positive : palette.negative;
      each((value, x, y) => {
        if (value > 0 !== positive) return;
        c.globalAlpha = this.bars ? 0.5 : 0.5 * Math.min(1, Math.abs(value)) + 0.03;
        c.fillRect(x, y, (w - 1) * (this.bars ? value : 1), h - 1);
      });
    }
    c.globalAlpha = 1;
    c.fillStyle = palette.ink;
    if (w > 37 && h > 12) {
      each((value, x, y) => c.fillText(value.toFixed(2).replace("-", "−"), x + w / 2, y + h / 2));
    }
    c.lineWidth = 2;
    const right = this.target.map((i, j) => [i, j]);
    outline(palette.right, right);
    outline(palette.mark, marks);
    c.lineWidth = 3;
    if (selected) outline(palette.ink, [[this.row, this.column]]);
    c.restore();
  }
}

export const CURVE = `
<svg class="rnn-curve" viewBox="0 0 340 190" role="img">
  <path d="M34 8V166H334"/>
  <polyline/>
  <circle r="5"/>
  <path class="rnn-floor"/>
  <text class="rnn-floor-text rnn-end" x="334"/>
  <text class="rnn-top" x="2" y="16"/>
  <text x="34" y="184">第 1 轮</text>
  <text class="rnn-last rnn-end" x="334" y="184"/>
</svg>`;

/**
 * 在 panel 里的 CURVE 上画：epoch 是现在这一轮（从 0 数），floor 是 0 表示没有下限。
 * @param {Element} panel @param {number[]} losses @param {number} epoch
 * @param {number} total @param {number} floor
 */
export function drawCurve(panel, losses, epoch, total, floor) {
  const highest = Math.max(...losses, floor);
  const x = (/** @type {number} */ e) => 34 + (300 * e) / Math.max(1, total - 1);
  const y = (/** @type {number} */ loss) => 166 - (154 * loss) / highest;
  /** @type {(selector: string, attributes: Record<string, string | number>, text?: string) => void} */
  const set = (selector, attributes, text) => {
    const element = find(panel, `.rnn-curve${selector}`, SVGElement);
    for (const name in attributes) element.setAttribute(name, `${attributes[name]}`);
    if (text !== undefined) element.textContent = text;
  };
  set(" polyline", { points: losses.map((loss, e) => `${x(e)},${y(loss)}`).join(" ") });
  set(" circle", { cx: x(epoch), cy: y(losses[epoch]) });
  set(" .rnn-floor", { d: `M34 ${y(floor)}H334` });
  const limit = floor ? `下限 ${floor.toFixed(4)}` : "没有下限";
  set(" .rnn-floor-text", { y: floor ? y(floor) + 14 : 160 }, limit);
  set(" .rnn-top", {}, highest.toFixed(1));
  set(" .rnn-last", {}, `第 ${total} 轮`);
  const now = `第 1 轮 ${losses[0].toFixed(4)}，第 ${epoch + 1} 轮 ${losses[epoch].toFixed(4)}`;
  set("", { "aria-label": `损失曲线：${now}，${limit}` });
}
