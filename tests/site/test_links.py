"""网站能在严格模式下建成；建成的页面里链接、编号、公式与资源都对。"""

import os
import re
import socket
import subprocess
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import urlopen

from builder import ENVIRONMENT, MKDOCS, tiny
from contract import fail_if, project

from rnn_notes.lesson import visible


def resolve(home: str, page: str, href: str) -> tuple[str, str] | None:
    """链接指向的 (文件, 锚点)；指向站外时是 None。"""
    url = urljoin(home + page, href)
    if not url.startswith(home):
        return None
    url = urlsplit(url.removeprefix(home))
    path, anchor = unquote(url.path), unquote(url.fragment)
    return (path + "index.html" if path.endswith("/") or not path else path), anchor


def source(page: str, clue: str) -> str:
    """建成的页面出自哪一页 Markdown，`clue` 出现在第几行。"""
    markdown = page.removesuffix("index.html").rstrip("/") or "index"
    path = project.docs / f"{markdown}.md"
    return project.find(path, clue) if path.exists() else page


def test_links_and_anchors_exist(site, html, home):
    ids = {page: [e["id"] for e in soup.select("[id]")] for page, soup in html.items()}
    problems = [
        f"{source(page, i)}：id「{i}」重复"
        for page, found in ids.items()
        for i in sorted({i for i in found if found.count(i) > 1})
    ]
    for page, soup in html.items():
        for href in sorted({link["href"] for link in soup.select("a[href]")}):
            if not (target := resolve(home, page, href)):
                continue
            path, anchor = target
            place = source(page, f"#{anchor}" if anchor else Path(path).parent.name)
            if not (site / path).is_file():
                problems.append(f"{place}：链接 {href} 指向的文件不存在")
            elif anchor and anchor not in ids.get(path, [anchor]):
                problems.append(f"{place}：链接 {href} 指向的锚点不存在")
    fail_if(problems)


def test_addresses_that_were_published_keep_working(html, moved):
    """别处的链接、书签、搜索引擎里的：页面和小节移走了，旧的网址还到得了。"""
    addresses = Path(__file__).with_name("addresses.txt").read_text("utf-8").split()
    if "LESSONS_ONLY" in os.environ:  # 没有建笔记本
        addresses = [a for a in addresses if not a.startswith("notebooks/")]
    fail_if(
        f"{address}：从前有的网址没有了：小节移走时，在旧页的「移到别处的小节」里留一个有旧锚点的链接"
        for address in addresses
        for old, _, anchor in [address.partition("#")]
        for path in [moved.get(old, old)]
        if path not in html or (anchor and not html[path].find(id=anchor))
    )


def test_references_carry_the_right_number(written, html, home):
    """正文里的「图 2」必须链接到编号是 2 的图，表也一样。"""
    wrong = []
    for page, soup in written.items():
        for link in soup.select("article a[href]"):
            if not (named := re.search(r"[图表] \d+", link.get_text())):
                continue
            path, anchor = resolve(home, page, link["href"])
            prefix = html[path].select_one(f"figure[id='{anchor}'] .caption-prefix")
            number = prefix.get_text() if prefix else "不是图也不是表"
            if number != named[0]:
                place = source(page, f"{named[0]}]")
                wrong.append(
                    f"{place}：「{named[0]}」链接到 #{anchor}，它是「{number}」"
                )
    fail_if(wrong)


def test_links_leave_for_public_hosts(written):
    """站内用相对的链接，换了网址也对；站外的有公开的域名：不是本机、内网、文件。"""
    public = re.compile(r"https?://([\w-]+\.)+(?!local|lan|internal)[a-z]{2,}(/.*)?")
    fail_if(
        f"{source(page, href)}：{href} 别人打不开：链接到别的页用「页面.md#锚点」"
        for page, soup in written.items()
        for href in sorted({link["href"] for link in soup.select("article a[href]")})
        if ":" in href.partition("#")[0] or href.startswith("//")
        if not public.fullmatch(href)
    )


def test_formulas_are_mathml_and_figures_are_described(written, html):
    formulas = [f for soup in html.values() for f in soup.select(".arithmatex")]
    assert formulas
    lacking = [str(f) for f in formulas if not f.select("math, a[href^='#eq']")]
    for page, soup in written.items():
        for svg in soup.select("article svg.fig"):
            name = svg.title.get_text() if svg.title else "没有 <title> 的图"
            place = source(page, "figures/")
            if not (svg.title and svg.find("desc") and svg.get("role") == "img"):
                lacking.append(f'{place}：「{name}」要有 <title>、<desc>、role="img"')
            if not svg.find_parent("figure"):
                lacking.append(f"{place}：「{name}」没有图注：加 /// figure-caption")
    fail_if(lacking)


def test_every_figure_and_asset_is_used():
    """图有页面展示；样式、脚本、图标的名字写在页面、配置、别的样式或脚本里。"""
    assets = [
        path
        for kind in ("css", "js", "svg")
        for path in visible(project.docs / "assets", f"*.{kind}")
    ]
    users = [project.root / "mkdocs.yml", *(page.path for page in project.pages)]
    texts = {path: path.read_text("utf-8") for path in [*users, *assets]}
    problems = []
    for asset in assets:
        is_figure = asset.parent.name == "figures"
        clue = f'--8<-- "figures/{asset.name}"' if is_figure else asset.stem
        if not any(clue in text for path, text in texts.items() if path != asset):
            problems.append(f"{project.name(asset)}：没有页面用它：引用它，或者删掉它")
    fail_if(problems)


def test_nothing_is_loaded_from_another_host(site, html, home):
    """浏览器会自动去取的一切都在本站：脚本、样式、图片、字体。"""
    foreign = []
    loading = "[src], link[href]:not([rel=canonical]), [srcset], [data]"
    for page, soup in html.items():
        for element in soup.select(loading):
            for name in {"src", "href", "srcset", "data"} & element.attrs.keys():
                url = element[name]
                if url and resolve(home, page, url) is None:
                    foreign.append(f"{source(page, url)}：从别的主机取 {url}")
    outside = re.compile(r"(?:url\(|@import)\s*[\"']?((?:https?:)?//[^\"')]+)")
    for sheet in site.rglob("*.css"):
        urls = outside.findall(sheet.read_text("utf-8"))
        foreign += [f"{sheet.name}：从别的主机取 {url}" for url in urls]
    fail_if(foreign)


def test_saving_a_file_reloads_the_browser(tmp_path):
    """`mkdocs serve` 监视页面和程序；MkDocs 1.6 配某些 click 版本时曾经失灵。"""
    project = tiny(tmp_path)
    saved = [project.docs / "index.md", project.snippets / "environment.md"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [*MKDOCS, "serve", "--dev-addr", address]
    pipe = {"stderr": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen(command, cwd=tmp_path, env=ENVIRONMENT, **pipe) as server:
        try:
            next(line for line in server.stderr if "Serving on" in line)
            for file in saved:
                page = urlopen(f"http://{address}/").read().decode()
                [(epoch, request)] = re.findall(r"livereload\((\d+), (\d+)\)", page)
                file.write_text("# 改动后\n", "utf-8")
                # 这个请求一直等到有改动才回答，没有改动就等到超时。
                wait = f"http://{address}/livereload/{epoch}/{request}"
                assert int(urlopen(wait).read()) > int(request), f"保存 {file} 没有刷新"
        finally:
            server.kill()
