"""建站，再交出去：`site` 检查过才换上，`offline` 装成一个解压后双击就能看的 zip。"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rnn_notes.__main__ import ROOT, call

NAME = "rnn-notes"


def run(*command: object, **variables: str) -> None:
    """运行一个模块；失败就停在这里，它已经说了原因。"""
    if failed := call(sys.executable, "-m", *command, **variables):
        sys.exit(failed)


def build(folder: Path, **variables: str) -> None:
    run("mkdocs", "build", "--strict", "--site-dir", folder, **variables)


def site(folder: Path = ROOT / "site") -> None:
    """建成并检查过的网站放进 `folder`；有一项不过，`folder` 保持原样。"""
    folder = folder.absolute()
    # 与 folder 在同一个磁盘上，换上才只是改名。
    with TemporaryDirectory(dir=folder.parent, prefix=".site-") as temporary:
        built = Path(temporary) / "built"
        build(built)
        run("pytest", "-q", f"--site={built}")
        previous = Path(temporary) / "previous"
        if folder.exists():
            folder.rename(previous)
        try:
            built.rename(folder)
        finally:
            if not folder.exists():  # 换不上：例如 Windows 上有程序开着里面的文件
                previous.rename(folder)
    print(f"检查通过，可以发布：{folder}")


def offline(folder: Path = ROOT) -> None:
    """把 `rnn-notes.zip` 放进 `folder`；里面只有一个同名目录，解压不会散开。"""
    with TemporaryDirectory() as temporary:
        # 没有网址，也就没有 canonical。
        build(Path(temporary) / NAME, OFFLINE="true", SITE_URL="")
        print(shutil.make_archive(folder / NAME, "zip", temporary, NAME))


if __name__ == "__main__":
    {"site": site, "offline": offline}[sys.argv[1]](*map(Path, sys.argv[2:]))
