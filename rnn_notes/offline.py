"""做出离线包：一个 zip，解压后双击 index.html 就能看，搜索也能用。"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
NAME = "rnn-notes"


def main(folder: Path = ROOT) -> int:
    """把 `rnn-notes.zip` 放进 `folder`；里面只有一个同名目录，解压不会散开。"""
    with TemporaryDirectory() as temporary:
        mkdocs = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        target = ["--config-file", "offline.yml", "--site-dir", f"{temporary}/{NAME}"]
        failed = subprocess.call([*mkdocs, *target], cwd=ROOT)
        if not failed:
            print(shutil.make_archive(folder / NAME, "zip", temporary, NAME))
    return failed


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
