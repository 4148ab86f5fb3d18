"""找到机器上的浏览器，把建成的网站交给它看。"""

import gzip
import mimetypes
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

# 容器里没有沙箱；后台联网的功能会在断网的机器上不停重试。
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-sync"]
FLAGS += ["--disable-background-networking", "--disable-component-update"]
BROWSERS = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge"]
BROWSERS += [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
]
MISSING = (
    "没有找到 Chromium、Chrome 或 Edge：装一个（Debian、Ubuntu：apt-get install "
    "chromium），或把环境变量 BROWSER_PATH 设成它的路径"
)

# 不看机器上的 mime.types 与注册表：有的没有，有的写着别的。
TYPES = mimetypes.MimeTypes()
TYPES.add_type("text/javascript", ".js")
TYPES.add_type("font/woff2", ".woff2")

SHIFT = """() => new Promise(resolve => {
    let total = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) total += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => setTimeout(() => resolve(total)));
})"""


# 练习的答案没有排在全部题目的后面，或没有写是第几题的：选择器，怎样算是。
EARLY_ANSWERS = (
    ".exercises > details + details",
    """e => {
        const question = [...e.parentElement.querySelectorAll(":scope > p")].at(-1)
        const { content, display } = getComputedStyle(e.firstElementChild, "::after")
        return e.getBoundingClientRect().top < question.getBoundingClientRect().bottom
            || !content.includes("counter(exercise)") || display == "none"
    }""",
)


def find_browser() -> str | None:
    """浏览器的路径；一个也没有时是 None。"""
    found = filter(None, map(shutil.which, BROWSERS))
    return os.environ.get("BROWSER_PATH") or next(found, None)


@contextmanager
def serve(folder: Path, base: str = "/"):
    """像常见的静态托管那样用 gzip 在空闲的端口上、路径 `base` 下提供 `folder`。

    网站的路径之外什么也没有，多写或少写一段路径就是 404。网址末尾带斜杠。
    """

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            wanted = unquote(self.path.partition("?")[0])
            path = folder / wanted.removeprefix(base)
            path = path / "index.html" if path.is_dir() else path
            found = wanted.startswith(base) and path.is_file()
            body = path.read_bytes() if found else b""
            kind = TYPES.guess_type(path)[0] or "application/octet-stream"
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kind)
            if kind.startswith("text/") or re.search("json|xml|javascript", kind):
                body = gzip.compress(body)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with suppress(ConnectionError):  # 读者已经走开了
                self.wfile.write(body)

        def log_message(self, *arguments): ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()


class Weight(NamedTuple):
    requests: int
    bytes: int
    shift: float  # 版面移动的累计值（CLS），页面静下来时已经发生的


def weigh(chromium, address: str) -> Weight:
    """第一次打开 `address`（没有缓存，手机宽度）直到网络静下来，照浏览器收到的数。"""
    with chromium.new_page(viewport={"width": 412, "height": 823}) as tab:
        finished = []
        tab.on("requestfinished", lambda request: finished.append(request))
        tab.goto(address)  # 先等到 load：大的页面排着版，网络也会静半秒
        tab.wait_for_load_state("networkidle")
        # 原版页面要等 MathJax 排完公式，取完它的字体；别的页面早已静了。
        for ready in "window.MathJax?.startup?.promise", "document.fonts.ready":
            tab.evaluate(f"async () => {{ await {ready} }}")
        sizes = [request.sizes() for request in finished]
        size = sum(s["responseHeadersSize"] + s["responseBodySize"] for s in sizes)
        return Weight(len(sizes), size, tab.evaluate(SHIFT))


def page_paths(site: Path) -> list[str]:
    """每一页相对于网址的路径，末尾带斜杠；首页是空串，不含 404。"""
    return [
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in sorted(site.rglob("index.html"))
    ]


def open_search(tab, url: str, shortcut: str = "/") -> None:
    """打开 `url`，用快捷键打开搜索，等到光标在搜索框里、搜索脚本准备好。"""
    tab.goto(url)
    # Material 打开页面 125 毫秒后关一次搜索；后设的定时器排在它后面。
    tab.evaluate("new Promise(done => setTimeout(done, 125))")
    tab.keyboard.press(shortcut)
    tab.locator(".md-search-result__meta", has_text="键入以开始搜索").wait_for()


def painted(tab) -> None:
    """等到下一帧排完版、画好；忙的机器上一帧训练不完，等它训练完。"""
    tab.evaluate("new Promise(r => requestAnimationFrame(() => setTimeout(r)))")
    expect(tab.locator("[aria-busy=true]")).to_have_count(0)


def inaccessible(tab, component: str) -> Iterator[list[str]]:
    """宽屏与手机上，axe 在一个组件里查出的；查完一种宽度给出它查出的。"""
    for width in 1280, 390:
        tab.set_viewport_size({"width": width, "height": 844})
        painted(tab)
        found = Axe().run(tab, context=component).response["violations"]
        yield [f"{rule['id']}：{rule['nodes'][0]['html'][:200]}" for rule in found]


def load_components(tab) -> None:
    """像读者那样读到每个组件那里，等它的脚本来了、画好了。"""
    waiting = tab.locator(":not(:defined)")
    for left in reversed(range(waiting.count())):
        waiting.evaluate_all("([first]) => first?.scrollIntoView()")
        expect(waiting).to_have_count(left)
    painted(tab)


def find_bad(tab, selector: str, bad: str) -> list[str]:
    """符合 `selector`、又让 JavaScript 函数 `bad` 为真的元素，各写出开头。"""
    start = f"all => all.filter({bad}).map(e => e.outerHTML.slice(0, 160))"
    return tab.locator(selector).evaluate_all(start)
