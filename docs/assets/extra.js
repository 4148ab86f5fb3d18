// 宽公式与宽表格在自己的框里横向滚动：放不下的时候，键盘也要到得了。
// 代码块由 Material 处理；较新的浏览器没有这几行也能做到。
const boxes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const box of document.querySelectorAll("div.arithmatex, .md-typeset__scrollwrap"))
  boxes.observe(box);

// 可以操作的组件快要看得见时才取它的脚本：先读到的文字不用等它。
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
for (const component of document.querySelectorAll(":not(:defined)"))
  components.observe(component);
