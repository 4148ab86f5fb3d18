// @ts-check
/** <rnn-shapes>：图里的五种形状一次看一种；旁边的话来自 <template> 里程序的记录。 */
import { createPanel, find } from "./draw.js";

const PANEL = `<div class="rnn-bar"></div><p role="status"></p>`;

class RNNShapes extends HTMLElement {
  constructor() {
    super();
    this.panel = createPanel(PANEL);
    this.status = find(this.panel, "[role=status]", HTMLElement);
    const bar = find(this.panel, ".rnn-bar", HTMLElement);
    const record = find(this, "template", HTMLTemplateElement).innerHTML;
    this.words = /** @type {Record<string, string>} */ ({});
    for (const [, name, steps, shapes, loss] of record.matchAll(/^(\S+): (.+)\n *(.+)\n *(.+)/gm)) {
      this.words[name] = `${name}：${steps}。${shapes}，${loss}。`;
    }
    this.buttons = Object.keys(this.words).map((name) => {
      const button = document.createElement("button");
      button.textContent = name;
      button.onclick = () => this.pick(name);
      return button;
    });
    bar.append(...this.buttons);
    bar.onkeydown = ({ key, target }) => {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[key];
      const at = this.buttons.indexOf(/** @type {HTMLButtonElement} */ (target));
      const next = by && this.buttons[at + by];
      if (!next) return;
      next.focus();
      next.click();
    };
  }

  connectedCallback() {
    this.append(this.panel);
    this.classList.add("rnn-one");
    this.pick(Object.keys(this.words)[0]);
  }

  /** @param {string} name */
  pick(name) {
    for (const button of this.buttons) {
      button.setAttribute("aria-pressed", `${button.textContent === name}`);
    }
    for (const group of this.querySelectorAll("[data-shape]")) {
      group.classList.toggle("rnn-shown", group.getAttribute("data-shape") === name);
    }
    this.status.textContent = this.words[name];
  }
}

customElements.define("rnn-shapes", RNNShapes);
