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

// 手机上的目录：点了一节，或者点了别处，就合上。
const contents = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".contents"));
document.addEventListener("click", ({ target }) => {
  if (contents?.open && target !== contents.firstElementChild) contents.open = false;
});

// 触屏上没有「指针停在上面」：第一下点术语打开释义，第二下、或者释义里的链接才走。没有
// popover 的浏览器照旧跳转。Material 显示提示时拿走 title，所以先记下。
if ("popover" in HTMLElement.prototype) {
  const definitions = new Map();
  for (const term of document.querySelectorAll("a.term")) {
    definitions.set(term, term.getAttribute("title"));
  }
  const note = document.createElement("div");
  note.className = "term-note";
  note.popover = "auto";
  note.addEventListener("toggle", () => {
    document.body.classList.toggle("noted", note.matches(":popover-open"));
  });
  /** @type {EventTarget | null} */
  let touched = null;
  // 点下去，浏览器就合上释义：开着的就是这一个，这一下便是第二下。
  const touch = (/** @type {PointerEvent} */ { pointerType, target }) => {
    const again = note.matches(":popover-open") && note.previousSibling === target;
    touched = pointerType === "touch" && !again ? target : null;
  };
  document.addEventListener("pointerdown", touch, true);
  document.addEventListener("click", (event) => {
    const term = /** @type {HTMLAnchorElement} */ (event.target);
    if (term !== touched || !definitions.has(term)) return;
    event.preventDefault();
    const entry = document.createElement("a");
    entry.href = term.href;
    entry.textContent = `术语表：${term.textContent}`;
    note.replaceChildren(definitions.get(term), " ", entry);
    term.after(note);
    const { top, bottom } = term.getBoundingClientRect();
    const below = bottom < innerHeight / 2;
    note.style.inset = below ? `${bottom}px 0 auto` : `auto 0 ${innerHeight - top}px`;
    note.showPopover();
  });
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
