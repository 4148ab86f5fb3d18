"""照 patches.toml 改 Material 建成的页面和脚本。"""

import re
import sys
import tomllib
from pathlib import Path

FILE = Path(__file__).with_suffix(".toml")
PATCHES = tomllib.loads(FILE.read_text("utf-8"))["patch"]


def patched(text: str, file: Path, without: str = "") -> str:
    """`file` 的内容 `text` 改过之后的；`without` 那一条不改。

    Raises:
        SystemExit: Material 升级了，要改的地方不是恰好一处。
    """
    for patch in PATCHES:
        if not file.match(patch["file"]) or patch["name"] == without:
            continue
        text, count = re.subn(patch["wrong"], patch["right"], text)
        if count > 1 or count < (file.suffix == ".js"):
            sys.exit(
                f"{file.name} 里要有恰好一处 {patch['wrong']}，现在有 {count} 处：Material"
                f" 变了。先去掉 {FILE.name} 里的「{patch['name']}」，运行 "
                "tests/reader/test_patches.py：不再需要就删掉，还需要就照新版本改。"
            )
    return text
