// 组件快要看得见时才取它的脚本：先读到的文字不用等它。
const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      import(`./${target.localName}.js`);
    }
  },
  { rootMargin: "100%" },
);
for (const component of document.querySelectorAll(":not(:defined)")) near.observe(component);
