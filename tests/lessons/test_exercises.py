"""有练习的课至少五道，编了号，分了级，有提示，答案折叠着。"""

import re
from collections.abc import Iterator

import pytest
from contract import fail_if, project

from rnn_notes.lesson import Page

KINDS = ("预测", "改程序", "解释", "手算", "用自己的数据")
SECTION = re.compile(r"^## 练习.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
EXERCISE = re.compile(
    r"^\*\*(\d+)\. (.+?)。\*\*(.*?)(?=^\*\*\d+\. |\Z)", re.DOTALL | re.MULTILINE
)


def wrong_exercises(page: Page) -> Iterator[str]:
    section = SECTION.search(page.text)
    if not section:
        return
    exercises = EXERCISE.findall(section[0])
    if len(exercises) < 5:
        yield f"{page.place(1)}：只有 {len(exercises)} 道练习，至少要五道"
    for expected, (number, kind, body) in enumerate(exercises, 1):
        place = project.find(page.path, f"**{number}. {kind}")
        if int(number) != expected:
            yield f"{place}：这是第 {expected} 道，写的却是 {number}"
        if kind not in KINDS:
            yield f"{place}：没有「{kind}」这一级：写 {'、'.join(KINDS)} 之一"
        question, answer, _ = body.partition("\n/// details | 答案\n")
        if "提示：" not in question:
            yield f"{place}：第 {number} 道没有提示：题目末尾写「提示：……」"
        if not answer:
            yield f"{place}：第 {number} 道没有答案：写在 /// details | 答案 里"
    kinds = {kind for _, kind, _ in exercises}
    if len(kinds) < 3:
        yield f"{page.place(1)}：练习只有 {'、'.join(sorted(kinds))}：至少三种"


@pytest.mark.parametrize("page", project.course, ids=lambda page: page.path.stem)
def test_exercises_are_graded_and_answered(page):
    fail_if(wrong_exercises(page))
