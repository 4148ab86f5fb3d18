// @ts-check
// 宽公式、宽图、宽表格与长代码在自己的框里横向滚动：放不下的时候，键盘也要到得了。
// 较新的浏览器没有这几行也能做到。先量完再改，不让浏览器反复排版。
const boxes = new ResizeObserver((entries) => {
  const targets = entries.map(({ target }) => /** @type {HTMLElement} */ (target));
  const wide = targets.map((box) => box.scrollWidth > box.clientWidth);
  targets.forEach((box, i) => {
    if (wide[i]) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
});
const wide = "div.arithmatex, .diagram, .md-typeset__scrollwrap, pre > code";
for (const box of document.querySelectorAll(wide)) boxes.observe(box);

// 可以操作的组件快要看得见时才取它的脚本：先读到的文字不用等它。从磁盘打开的网页
// 不许加载模块，留着组件里的静态图。
const components = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      components.unobserve(target);
      import(`./live/${target.localName}.js`);
    }
  },
  { rootMargin: "100%" },
);
if (location.protocol !== "file:") {
  for (const component of document.querySelectorAll(":not(:defined)")) {
    components.observe(component);
  }
}

// 没有 MathML 的浏览器才取排公式的脚本，别的不多一个请求。
if (!("MathMLElement" in window)) {
  const script = document.createElement("script");
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  script.src = new URL("mathml/mathml.js", src).href;
  document.head.append(script);
}
