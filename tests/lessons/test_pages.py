"""每一页都守约定，组件有脚本；页面的代码运行起来怎样，由 conftest.py 收集 docs/ 来核对。"""

import re

import pytest
from contract import fail_if, problems_of, project

TAG = re.compile(r"^\s*<(rnn-[\w-]+)", re.MULTILINE)


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_page_keeps_the_contract(page):
    fail_if(problems_of(page))


def test_every_component_has_its_script_and_its_page():
    scripts = {path.stem for path in project.docs.glob("assets/live/rnn-*.js")}
    used = {(tag, p.path) for p in project.pages for tag in TAG.findall(p.text)}
    fail_if(
        f"{project.find(path, f'<{tag}')}：<{tag}> 没有脚本：写出 {tag}.js，或者改正标签"
        for tag, path in sorted(used)
        if tag not in scripts
    )
    unused = scripts - {tag for tag, _ in used}
    assert not unused, "没有页面写了这些组件：用上，或者删掉"
