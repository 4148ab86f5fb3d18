"""每一页的 Lighthouse 四项得分：手机设置，三次取中位数。

    python benchmarks/lighthouse.py [lighthouse 的路径]

没有给路径，就用 npm 装到临时目录。性能一项量的是时间：机器要空闲，否则不作数。
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

from browser import FLAGS, find_browser, page_paths
from page_weight import build
from weight import serve_compressed

RUNS = 3
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]


def install(folder: Path) -> Path:
    command = [shutil.which("npm"), "install", "--silent", "lighthouse"]
    subprocess.run([*command, "--prefix", folder], check=True)
    return folder / "node_modules/.bin/lighthouse"


def scores(lighthouse: Path, address: str) -> list[int]:
    command = [lighthouse, address, "--quiet", "--output=json"]
    done = subprocess.run(
        [*command, f"--chrome-flags=--headless {' '.join(FLAGS)}"],
        check=True,
        env={**os.environ, "CHROME_PATH": find_browser()},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    found = json.loads(done.stdout)["categories"]
    return [round(found[category]["score"] * 100) for category in CATEGORIES]


def main() -> None:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        lighthouse = Path(sys.argv[1]) if sys.argv[1:] else install(folder)
        site = build(ROOT, folder / "site")
        print("  性能 无障碍 最佳实践 SEO")
        with serve_compressed(site) as (url, _):
            for page in page_paths(site):
                runs = [scores(lighthouse, url + page) for _ in range(RUNS)]
                row = [round(median(values)) for values in zip(*runs, strict=True)]
                print("{:>6}{:>6}{:>7}{:>7}".format(*row), f"  /{page}", flush=True)


if __name__ == "__main__":
    main()
