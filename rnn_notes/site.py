"""先检查再换上：网站建到旁边的临时目录，全部检查通过才成为 `site/`。"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent


def main(folder: Path = ROOT / "site") -> int:
    """建成并检查过的网站放进 `folder`；有一项不过，`folder` 保持原样。"""
    folder = folder.absolute()
    # 与 folder 在同一个磁盘上，换上才只是改名。
    with TemporaryDirectory(dir=folder.parent, prefix=".site-") as temporary:
        built, previous = Path(temporary) / "built", Path(temporary) / "previous"
        for command in (
            ["mkdocs", "build", "--strict", "--site-dir", built],
            ["pytest", "-q", f"--site={built}"],
        ):
            if failed := subprocess.call([sys.executable, "-m", *command], cwd=ROOT):
                print(f"没有通过，{folder} 保持原样", file=sys.stderr)
                return failed
        if folder.exists():
            folder.rename(previous)
        built.rename(folder)
    print(f"检查通过，可以发布：{folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
