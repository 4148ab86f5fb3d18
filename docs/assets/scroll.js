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
