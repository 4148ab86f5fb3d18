"""每一页都守约定：代码与输出只来自 snippets/，测试看得见每一个围栏。

页面的代码能否从上到下运行、印出的是否就是页面上的输出，由 pytest-markdown-docs
收集 docs/ 来核对，见 conftest.py。
"""

import pytest
from contract import fail_if, problems_of, project


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_page_keeps_the_contract(page):
    fail_if(problems_of(page))
