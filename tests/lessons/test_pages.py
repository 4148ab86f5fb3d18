"""每一页都守约定，组件有脚本；页面的代码运行起来怎样，由 conftest.py 收集 docs/ 来核对。"""

import pytest
from contract import fail_if, problems_of, project


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_page_keeps_the_contract(page):
    fail_if(problems_of(page))


def test_every_component_has_its_script_and_its_page():
    fail_if(problem for page in project.pages for problem in page.without_script())
    scripts = {path.stem for path in project.docs.glob("assets/live/rnn-*.js")}
    unused = {s for s in scripts if not any(f"<{s}" in p.text for p in project.pages)}
    assert not unused, "没有页面写了这些组件：用上，或者删掉"
