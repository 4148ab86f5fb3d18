"""每一页的 Lighthouse 四项得分：手机设置，三次取中位数。

    python tests/benchmarks/lighthouse.py

Lighthouse 用 npm 装到临时目录。
"""

import json
import os
import subprocess
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import common
from browser import FLAGS, find_browser, page_paths, serve

CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]


def scores(lighthouse: Path, address: str) -> list[int]:
    chromium = f"--chrome-flags=--headless {' '.join(FLAGS)}"
    output = subprocess.check_output(
        [lighthouse, address, "--quiet", "--output=json", chromium],
        env={**os.environ, "CHROME_PATH": find_browser()},
        stderr=subprocess.DEVNULL,
    )
    found = json.loads(output)["categories"]
    return [round(found[category]["score"] * 100) for category in CATEGORIES]


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        command = ["npm", "install", "--silent", "--prefix", folder, "lighthouse"]
        subprocess.run(command, check=True)
        lighthouse = folder / "node_modules/.bin/lighthouse"
        project = common.copied(folder / "project")
        common.build(project)
        site = project / "site"
        print("  性能 无障碍 最佳实践 SEO")
        with serve(site) as url:
            for page in page_paths(site):
                runs = [scores(lighthouse, url + page) for _ in range(3)]
                row = [round(median(values)) for values in zip(*runs, strict=True)]
                print("{:>6}{:>6}{:>7}{:>7}".format(*row), f"  /{page}", flush=True)
