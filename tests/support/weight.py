"""打开一页要传多少：压缩着提供网站，数浏览器取了几次、多少字节。"""

import gzip
import mimetypes
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMPRESSED = {"text/html", "text/css", "text/javascript", "application/json"}
# 版面移动的累计值（CLS）：页面静下来时已经发生的。
SHIFT = """() => new Promise(resolve => {
    let total = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) total += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    requestAnimationFrame(() => setTimeout(() => resolve(total)));
})"""


@dataclass
class Weight:
    requests: int
    bytes: int
    shift: float


@contextmanager
def serve_compressed(folder: Path):
    """像常见的静态托管那样用 gzip 提供 `folder`；得到网址，与逐次应答的字节数。"""
    sent: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            path = folder / self.path.partition("?")[0].lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            body = path.read_bytes() if path.is_file() else b""
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            self.send_response(200 if path.is_file() else 404)
            self.send_header("Content-Type", kind)
            if kind in COMPRESSED or kind.endswith("+xml"):
                body = gzip.compress(body)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            head = sum(map(len, self._headers_buffer))
            self.end_headers()
            self.wfile.write(body)
            sent.append(head + len(body))

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", sent
        server.shutdown()


def weigh(chromium, address: str, sent: list[int]) -> Weight:
    """第一次打开 `address`（没有缓存，手机宽度）直到网络静下来。"""
    sent.clear()
    context = chromium.new_context(viewport={"width": 412, "height": 823})
    tab = context.new_page()
    tab.goto(address, wait_until="networkidle")
    # 原版页面要等 MathJax 排完公式，取完它的字体；别的页面早已静了。
    tab.evaluate("async () => { await window.MathJax?.startup?.promise }")
    tab.evaluate("async () => { await document.fonts.ready }")
    weight = Weight(len(sent), sum(sent), tab.evaluate(SHIFT))
    context.close()
    return weight
