// @ts-check
// 宽公式、宽表格与长代码在自己的框里横向滚动：放不下的时候，键盘也要到得了。
// 较新的浏览器没有这几行也能做到。先量完再改，不让浏览器反复排版。
const boxes = new ResizeObserver((entries) => {
  const targets = entries.map(({ target }) => /** @type {HTMLElement} */ (target));
  const wide = targets.map((box) => box.scrollWidth > box.clientWidth);
  targets.forEach((box, i) => {
    if (wide[i]) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  });
});
const wide = "div.arithmatex, .md-typeset__scrollwrap, pre > code";
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

// 接着读：离开一课时记下读到的小节，首页给出链接。只留在这个浏览器里；不让存就算了。
// 存取用 Material 的，它按网站的根分开存。
{
  const { __md_get: recall, __md_set: remember } = /** @type {any} */ (window);
  const save = () => {
    const headings = [...document.querySelectorAll("article :is(h1, h2, h3)[id]")];
    const passed = headings.filter((h) => h.getBoundingClientRect().top < innerHeight / 2);
    const here = passed.pop() ?? headings[0];
    const titles = new Set([headings[0], here].map((h) => h.textContent?.replace("¶", "")));
    const address = `${location.pathname}#${here.id}`;
    remember("reading", { address, title: [...titles].join(" · ") });
  };
  try {
    const { address, title } = recall("reading") ?? {};
    const start = document.querySelector(".start");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = `接着读：${title}`;
    if (address) start?.append(link);
    if (document.querySelector(".take-away")) {
      addEventListener("pagehide", save);
      addEventListener("visibilitychange", save);
    }
  } catch {}
}
