"""组件训练时一帧要多久：hidden_size 32、最长的词、最大的词典，播放 120 轮。

    python benchmarks/frames.py

「脚本」是训练、画图与排版用的时间；「间隔」是浏览器相邻两帧之间的时间，
显示器每秒 60 帧时至少是 16.7 毫秒。机器要空闲，否则不作数。
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

from browser import FLAGS, find_browser, serve
from page_weight import build
from playwright.sync_api import sync_playwright

WORD = "abcdefghijkl"
QUERY = (
    f"?output=1&hidden=32&epochs=300&epoch=1"
    f"&vocab={WORD}&input={WORD}&target={WORD[::-1]}#live"
)
PLAY = """async () => {
  const live = document.querySelector("rnn-train"), scripts = [], gaps = [];
  const next = () => new Promise(requestAnimationFrame);
  let before = await next();
  for (let epoch = 1; epoch <= 120; epoch++) {
    live.show(epoch);
    cancelAnimationFrame(live.frame);
    live.frame = null;
    const start = performance.now();
    live.render();
    live.getBoundingClientRect();
    scripts.push(performance.now() - start);
    const now = await next();
    gaps.push(now - before);
    before = now;
  }
  return {脚本: scripts, 间隔: gaps};
}"""


def main() -> None:
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(ROOT, Path(folder))
        chromium = playwright.chromium.launch(
            executable_path=find_browser(), args=FLAGS
        )
        with serve(site) as url:
            for width in (1280, 390):
                tab = chromium.new_page(viewport={"width": width, "height": 900})
                tab.goto(f"{url}char-rnn/{QUERY}")
                tab.locator("rnn-train").scroll_into_view_if_needed()
                tab.locator("rnn-train .rnn-live").wait_for()
                for name, times in tab.evaluate(PLAY).items():
                    times.sort()
                    print(
                        f"宽 {width:4}  {name}：中位数 {times[60]:4.1f} ms，"
                        f"95% {times[114]:4.1f} ms，最长 {times[-1]:4.1f} ms"
                    )
                tab.close()
        chromium.close()


if __name__ == "__main__":
    main()
