// 在建成的首页里运行：照导航取来各页，合成一本。页面的正文换成封面、目录和各章，等着印成
// PDF；返回 EPUB 里的文件，名字 → 内容。

/** 书里用不着的：按钮、要脚本的、要点开的、给别的格式的。 */
const CUT = `.headerlink, .md-content__button, .md-source-file, .md-code__nav, button, input,
  script, style, template, [popover]`;
/** MathML 3 没有的属性，epubcheck 不认；去掉它，公式照旧。 */
const UNKNOWN = "scriptlevel";
/** 值是别的元素的 id 的属性。 */
const REFERENCES = ["aria-labelledby", "aria-describedby", "xlink:href"];
const LOCAL = /^(localhost|127\.|\[)/;
const XHTML = "http://www.w3.org/1999/xhtml";

const html = (strings, ...values) => {
  const holder = document.createElement("template");
  holder.innerHTML = String.raw({ raw: strings }, ...values).trim();
  return holder.content.firstChild;
};

const escaped = (text) => new Option(text).innerHTML;

/** 元素换一个名字，里面的照旧。 */
const rename = (element, name, className) => {
  const renamed = document.createElement(name);
  renamed.className = className;
  if (element.id) renamed.id = element.id;
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
};

/** 导航里的链接，按次序；一组是 [名字, 链接]。 */
const readNavigation = (list) =>
  [...list.children].map((item) => {
    const group = item.querySelector(":scope > nav:not(.md-nav--secondary)");
    if (!group) return item.querySelector(":scope > a");
    const name = group.querySelector(".md-nav__title").textContent.trim();
    return [name, readNavigation(group.querySelector("ul"))];
  });

/** 一页变成一章：去掉只在网站上有用的，id 前面加上章名，链接改到书里。 */
const readChapter = async (address, chapters, canonical) => {
  const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
  const article = page.querySelector("article");
  const name = chapters.get(address);
  for (const element of article.querySelectorAll(CUT)) element.remove();
  for (const element of article.querySelectorAll("*")) {
    if (element.localName.includes("-")) element.replaceWith(...element.childNodes);
    if (element.localName === "summary") rename(element, "p", "admonition-title");
    if (element.localName === "details") rename(element, "div", `admonition ${element.className}`);
  }
  for (const element of article.querySelectorAll("*")) {
    for (const { name: key, value } of [...element.attributes]) {
      if (key === UNKNOWN) element.removeAttribute(key);
      else if (key === "id") element.id = `${name}.${value}`;
      else if (REFERENCES.includes(key) || (key === "href" && element.localName === "use"))
        element.setAttribute(key, value.replace(/[^\s#]+/g, `${name}.$&`));
      else if (value.includes("url(#"))
        element.setAttribute(key, value.replaceAll("url(#", `url(#${name}.`));
    }
  }
  for (const link of article.querySelectorAll("a[href]")) {
    const [target, anchor] = new URL(link.getAttribute("href"), address).href.split("#");
    const chapter = chapters.get(target);
    const outside = target.replace(document.baseURI, canonical) + (anchor ? `#${anchor}` : "");
    if (chapter) link.href = `#${chapter}${anchor ? `.${decodeURIComponent(anchor)}` : ""}`;
    else if (LOCAL.test(new URL(outside).hostname)) link.replaceWith(...link.childNodes);
    else link.href = outside;
    link.removeAttribute("download");
  }
  const chapter = html`<section class="chapter" id="${name}"></section>`;
  chapter.append(...article.childNodes);
  return chapter;
};

/** 目录：一组、一章、一节，各是一层。 */
const contents = (entries, chapters) => {
  const list = document.createElement("ol");
  for (const entry of entries) {
    const item = document.createElement("li");
    if (Array.isArray(entry)) {
      item.append(html`<span>${escaped(entry[0])}</span>`, contents(entry[1], chapters));
    } else {
      const chapter = chapters.get(entry.href);
      const heading = (element, id) =>
        html`<a href="#${id}">${escaped(element.textContent.trim())}</a>`;
      item.append(heading(chapter.querySelector("h1"), chapter.id));
      const sections = [...chapter.querySelectorAll("h2[id]")].map((section) => {
        const line = document.createElement("li");
        line.append(heading(section, section.id));
        return line;
      });
      if (sections.length) item.append(document.createElement("ol"));
      item.querySelector("ol")?.append(...sections);
    }
    list.append(item);
  }
  return list;
};

/** EPUB 里的一个文件：链接写上章所在的文件。 */
const file = (title, content) => `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="${XHTML}" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh-CN" xml:lang="zh-CN">
<head><title>${escaped(title)}</title><link rel="stylesheet" href="book.css"/></head>
<body>${new XMLSerializer()
  .serializeToString(content)
  .replace(/ href="#([\w-]+)/g, ' href="$1.xhtml#$1')}</body>
</html>`;

/** EPUB 的书目：书名、各个文件、阅读的次序。 */
const describe = (title, address, texts) => {
  const items = Object.entries(texts).map(([name, text]) => {
    const has = { nav: name === "contents", mathml: /<math/.test(text), svg: /<svg/.test(text) };
    const properties = Object.keys(has).filter((property) => has[property]);
    const more = properties.length ? ` properties="${properties.join(" ")}"` : "";
    return `<item id="${name}" href="${name}.xhtml" media-type="application/xhtml+xml"${more}/>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="zh-CN">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${address}</dc:identifier>
<dc:title>${escaped(title)}</dc:title>
<dc:language>zh-CN</dc:language>
<meta property="dcterms:modified">${new Date().toISOString().replace(/\.\d+/, "")}</meta>
</metadata>
<manifest>
${items.join("\n")}
<item id="style" href="book.css" media-type="text/css"/>
<item id="font" href="math.woff2" media-type="font/woff2"/>
</manifest>
<spine>${Object.keys(texts)
    .map((name) => `<itemref idref="${name}"/>`)
    .join("")}</spine>
</package>`;
};

const container = `<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>`;

/** 目录里的页码，印过一遍才知道：PDF 里的去处 → 第几页。 */
globalThis.number = (pages) => {
  for (const link of document.querySelectorAll("#contents a"))
    link.dataset.page = pages[link.hash.replace("#", "/")];
};

async (css) => {
  const canonical = document.querySelector("link[rel=canonical]").href;
  const title = document.querySelector("meta[property='og:site_name']").content;
  const words = document.querySelector("meta[name=description]").content;
  const navigation = readNavigation(document.querySelector(".md-nav--primary > ul"));
  const names = new Map(
    navigation.flat(3).flatMap((link) => {
      const name = link.href?.replace(document.baseURI, "").replaceAll("/", "");
      return link.href ? [[link.href, name || "index"]] : [];
    }),
  );
  const chapters = new Map();
  for (const address of names.keys())
    chapters.set(address, await readChapter(address, names, canonical));
  const address = LOCAL.test(new URL(canonical).hostname) ? "" : canonical;
  const site = address && `<p><a href="${address}">${address}</a></p>`;
  const cover = html`<section id="cover"><p class="title">${escaped(title)}</p>
    <p>${escaped(words)}</p>${site}</section>`;
  const toc = html`<nav id="contents"><h1>目录</h1></nav>`;
  toc.setAttributeNS("http://www.idpf.org/2007/ops", "epub:type", "toc");
  toc.append(contents(navigation, chapters));
  const texts = { cover: file(title, cover), contents: file("目录", toc) };
  for (const chapter of chapters.values())
    texts[chapter.id] = file(chapter.querySelector("h1").textContent, chapter);
  const book = document.createElement("main");
  book.className = "md-typeset";
  book.append(cover, toc, ...chapters.values());
  document.title = title;
  document.documentElement.style.setProperty("--address", `"${address}"`);
  document.head.append(html`<style>${css}</style>`);
  document.body.replaceChildren(book);
  return {
    mimetype: "application/epub+zip",
    "META-INF/container.xml": container,
    "package.opf": describe(title, canonical, texts),
    "book.css": css,
    ...Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}.xhtml`, text])),
  };
};
