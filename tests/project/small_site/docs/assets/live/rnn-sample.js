customElements.define("rnn-sample", class extends HTMLElement {});
