"""「语言模型」一课的数据怎样做出来：五言绝句、韵、繁简，写进 snippets/language-model/。

只在作者的机器上运行一次，结果冻结在那里；课文的程序印出行数、字数与散列，变了检查
就失败。来源是 npm 包 chinese-poetry 2.0.1（MIT）里的《御定全唐诗》，诗是公有领域。

    npm pack chinese-poetry@2.0.1 && tar xzf chinese-poetry-2.0.1.tgz
    pip install opencc-python-reimplemented==0.1.7 pypinyin==0.55.0
    python data/quatrains.py package
"""

import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

# 中华新韵的十四韵；介音（i、u、ü）不算，所以去掉它再查。
RHYMES = {
    "麻": "a ia ua",
    "波": "o e uo",
    "皆": "ie ve",
    "开": "ai uai",
    "微": "ei uei",
    "豪": "ao iao",
    "尤": "ou iou",
    "寒": "an ian uan van",
    "文": "en in uen vn",
    "唐": "ang iang uang",
    "庚": "eng ing ueng ong iong",
    "齐": "i er v",
    "支": "-i",
    "姑": "u",
}
RHYME = {final: name for name, finals in RHYMES.items() for final in finals.split()}
HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]{5}"


def quatrains(folder: Path) -> list[tuple[str, str]]:
    """四句、每句五字的诗：（繁体，简体），标点写成「，。，。」，照书里的次序。"""
    simplify = OpenCC("t2s").convert
    found = []
    for file in sorted(folder.glob("*.json"), key=lambda f: int(f.stem)):
        for poem in json.loads(file.read_text("utf-8")):
            text = "".join(poem["paragraphs"])
            lines = [line for line in re.split("[，。？！；]", text) if line]
            if len(lines) == 4 and all(re.fullmatch(HAN, line) for line in lines):
                a, b, c, d = lines
                text = f"{a}，{b}。{c}，{d}。"
                found.append((text, simplify(text)))
    return found


def rhyme(char: str) -> str | None:
    """一个字的韵；多音字取 pypinyin 列在前面的读音。"""
    (final,) = lazy_pinyin(char, style=Style.FINALS, strict=True, errors="ignore") or [
        ""
    ]
    (initial,) = lazy_pinyin(char, style=Style.INITIALS, errors="ignore") or [""]
    if final == "i" and initial in ("zh", "ch", "sh", "r", "z", "c", "s"):
        final = "-i"
    return RHYME.get(final)


def main(package: Path) -> None:
    out = Path(__file__).parents[1] / "snippets" / "language-model"
    pairs = quatrains(package / "dist" / "yudingquantangshi" / "json")
    poems = [simple for _, simple in pairs]
    forms = defaultdict(Counter)  # 简体字 → 它的各种繁体，各出现几次
    for before, after in pairs:
        for old, new in zip(before, after, strict=True):
            forms[new][old] += 1
    merged = [
        f"{new} {' '.join(f'{old}{n}' for old, n in olds.most_common())}"
        for new, olds in sorted(forms.items())
        if len(olds) > 1
    ]
    groups = defaultdict(list)
    for char in sorted({*"".join(poems)} - {*"，。"}):
        if name := rhyme(char):
            groups[name].append(char)
        else:
            print("没有韵:", char, file=sys.stderr)
    rhymes = [f"{name} {''.join(groups[name])}" for name in RHYMES]
    files = {"quatrains.txt": poems, "rhymes.txt": rhymes, "merged.txt": merged}
    for name, lines in files.items():
        text = "".join(f"{line}\n" for line in lines)
        (out / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
