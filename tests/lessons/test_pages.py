"""每一页都守约定：代码与输出只来自 snippets/，测试看得见每一个围栏，组件有脚本。

页面的代码能否从上到下运行、印出的是否就是页面上的输出，由 pytest-markdown-docs
收集 docs/ 来核对，见 conftest.py。
"""

import re

import pytest
from contract import fail_if, problems_of, project

TAG = re.compile(r"^\s*<(rnn-[\w-]+)", re.MULTILINE)


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_page_keeps_the_contract(page):
    fail_if(problems_of(page))


def test_every_component_has_its_script_and_its_page():
    scripts = {path.stem for path in project.docs.glob("assets/live/rnn-*.js")}
    used = {
        (tag, page.path) for page in project.pages for tag in TAG.findall(page.text)
    }
    fail_if(
        f"{project.find(path, f'<{tag}')}：<{tag}> 没有脚本：写出 {tag}.js，或者改正标签"
        for tag, path in sorted(used)
        if tag not in scripts
    )
    unused = scripts - {tag for tag, _ in used}
    assert not unused, "没有页面写了这些组件：用上，或者删掉"
