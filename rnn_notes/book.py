"""整门课做成一个 PDF 和一个 EPUB，都来自建成的网站；怎样合成一本，见 `book/`。"""

import io
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from playwright.sync_api import Browser, sync_playwright
from pypdf import PdfReader

from rnn_notes.math_font import cut, needed
from rnn_notes.publish import NAME, ROOT, build

sys.path.append(f"{ROOT}/tests/support")
from browser import FLAGS, MISSING, find_browser, serve


def make(browser: Browser, site: Path, folder: Path) -> None:
    """把 `site` 做成 `folder` 里的 rnn-notes.pdf 与 rnn-notes.epub。"""
    parts = (Path(__file__).with_suffix("") / n for n in ("book.js", "book.css"))
    script, style = (part.read_text("utf-8") for part in parts)
    quiet = {"bypass_csp": True, "java_script_enabled": False}
    a4 = {"format": "A4", "prefer_css_page_size": True, "outline": True, "tagged": True}
    with serve(site) as url, browser.new_page(**quiet) as tab:
        tab.goto(url)
        files = tab.evaluate(script, style)
        # 第一遍排版才知道在第几页，写进目录再排一遍。
        draft = PdfReader(io.BytesIO(tab.pdf(**a4)))
        page_of, places = draft.get_destination_page_number, draft.named_destinations
        tab.evaluate("number", {name: page_of(places[name]) + 1 for name in places})
        tab.pdf(path=folder / f"{NAME}.pdf", **a4)
    files["math.woff2"] = cut(set().union(*map(needed, files.values())))
    with ZipFile(folder / f"{NAME}.epub", "w") as book:
        for name, content in files.items():
            # 阅读器凭第一个文件 mimetype 认出 EPUB，它不压缩。
            book.writestr(name, content, ZIP_DEFLATED if "." in name else None)


if __name__ == "__main__":
    path = find_browser() or sys.exit(MISSING)
    with TemporaryDirectory() as site, sync_playwright() as playwright:
        build(Path(site))
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        make(browser, Path(site), Path(*sys.argv[1:] or [ROOT / "book"]))
