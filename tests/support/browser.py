"""找到机器上的浏览器，把建成的网站交给它看。"""

import functools
import os
import shutil
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import expect

# 容器里没有沙箱；后台联网的功能会在断网的机器上不停重试。
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
COMMANDS = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge"]
PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
]
MISSING = (
    "没有找到 Chromium、Chrome 或 Edge：装一个（Debian、Ubuntu：apt-get install "
    "chromium），或把环境变量 BROWSER_PATH 设成它的路径"
)


def find_browser() -> str | None:
    """浏览器的路径；一个也没有时是 None。"""
    installed = (shutil.which(command) for command in COMMANDS)
    found = (place for place in PLACES if Path(place).exists())
    return os.environ.get("BROWSER_PATH") or next(
        filter(None, [*installed, *found]), None
    )


class Quiet(SimpleHTTPRequestHandler):
    base = "/"

    def translate_path(self, path):
        # 网站的路径之外什么也没有，多写或少写一段路径就是 404。
        inside = path.startswith(self.base)
        return super().translate_path(path.removeprefix(self.base) if inside else "\0")

    def log_message(self, *arguments):
        pass


@contextmanager
def serve(folder: Path, base: str = "/"):
    """在空闲的端口上、路径 `base` 下提供 `folder`，得到网址，末尾带斜杠。"""
    under_base = type("UnderBase", (Quiet,), {"base": base})
    handler = functools.partial(under_base, directory=folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{base}"
        server.shutdown()


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
    """等到下一帧排完版、画好。"""
    tab.evaluate("new Promise(r => requestAnimationFrame(() => setTimeout(r)))")


def load_components(tab) -> None:
    """像读者那样读到每个组件那里，等它的脚本来了、画好了。"""
    waiting = tab.locator(":not(:defined)")
    for left in reversed(range(waiting.count())):
        waiting.first.scroll_into_view_if_needed()
        expect(waiting).to_have_count(left)
    painted(tab)


def find_bad(tab, selector: str, bad: str) -> list[str]:
    """符合 `selector`、又让 JavaScript 函数 `bad` 为真的元素，各写出开头。"""
    start = f"all => all.filter({bad}).map(e => e.outerHTML.slice(0, 160))"
    return tab.locator(selector).evaluate_all(start)
