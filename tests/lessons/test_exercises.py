"""有练习的课至少五道，编了号，分了级，提示与答案折叠着，标题不说出答案。"""

import re
from collections.abc import Iterator

import pytest
from contract import fail_if, project

from rnn_notes.lesson import Page

KINDS = ("预测", "改程序", "解释", "手算", "用自己的数据")
SECTION = re.compile(r"^## 练习.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
FOLDED = re.compile(r"^/// (.*)\n((?:(?!///).*\n)*)", re.MULTILINE)
FORM = "下面先写 /// details | 提示，再写 /// details | 答案，别的折叠块和标题都不写"
EXERCISE = re.compile(
    r"^\*\*(\d+)\. (.+?)。\*\*(.*?)(?=^\*\*\d+\. |\Z)", re.DOTALL | re.MULTILINE
)


def wrong_exercises(page: Page) -> Iterator[str]:
    section = SECTION.search(page.text)
    if not section:
        return
    place = project.find(page.path, "## 练习")
    if not section[0].startswith("## 练习 { #exercises }\n"):
        yield f"{place}：写成 ## 练习 {{ #exercises }}，每道的锚点由它算出"
    if later := re.match(r"## (.+?)(?: \{.*)?\n", page.text[section.end() :]):
        yield f"{place}：「{later[1]}」移到练习前面：练习在课末，纸上的答案排在最后"
    exercises = EXERCISE.findall(section[0])
    if len(exercises) < 5:
        yield f"{page.place(1)}：只有 {len(exercises)} 道练习，至少要五道"
    for expected, (number, kind, body) in enumerate(exercises, 1):
        place = project.find(page.path, f"**{number}. {kind}")
        if int(number) != expected:
            yield f"{place}：这是第 {expected} 道，写的却是 {number}"
        if kind not in KINDS:
            yield f"{place}：没有「{kind}」这一级：写 {'、'.join(KINDS)} 之一"
        folded = FOLDED.findall(body)
        if [title for title, _ in folded] != ["details | 提示", "details | 答案"]:
            yield f"{place}：第 {number} 道{FORM}"
        elif not all(text.strip() for _, text in folded):
            yield f"{place}：第 {number} 道的提示或答案是空的"
    kinds = {kind for _, kind, _ in exercises}
    if len(kinds) < 3:
        yield f"{page.place(1)}：练习只有 {'、'.join(sorted(kinds))}：至少三种"


@pytest.mark.parametrize("page", project.course, ids=lambda page: page.path.stem)
def test_exercises_are_graded_and_answered(page):
    fail_if(wrong_exercises(page))
