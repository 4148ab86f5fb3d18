"""边写边看：错误写在那一页上，程序存了就运行，只建变了的页；`snippets/` 里什么也不写。"""

from concurrent.futures import ThreadPoolExecutor

import pytest
from filelock import FileLock

LESSON, DOUBLE = "docs/lesson.md", "snippets/lesson/double.py"


MISTAKES = {
    "没有记录": (LESSON, "double.out:double", "gone.out:double", "gone.out 不存在"),
    "没有小节": (LESSON, "double.py:double", "double.py:gone", "没有小节「gone」"),
    "公式": (LESSON, "y = 2x", r"y = \frac{2x", r"公式 &#x27;y = \frac{2x"),
    "引用": (LESSON, r"\eqref{eq:twice}", r"\eqref{eq:gone}", "在本页不存在"),
    "图": (
        LESSON,
        "figures/arrow.svg",
        "figures/gone.svg",
        "没有 figures/gone.svg 这张图",
    ),
    "组件": (
        LESSON,
        "三个点：",
        "<rnn-gone></rnn-gone>\n",
        "&lt;rnn-gone&gt; 没有脚本",
    ),
}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"), MISTAKES.values(), ids=MISTAKES
)
def test_mistake_is_told_on_its_page_until_it_is_mended(serving, file, old, new, said):
    text = (serving.root / file).read_text("utf-8")
    line = text[: text.index(old)].count("\n") + 1
    html = serving.save(file, old, new)
    assert said in html
    assert f"<li>{file}:{line}：" in html or f"<li>{file}:{line - 1}：" in html
    assert "得到 3.00" not in html
    assert "得到 3.00" in serving.save(file, new, old)


def test_only_what_changed_is_built(serving):
    serving.build()
    assert serving.changed == []
    assert "四个点" in serving.save(LESSON, "三个点", "四个点")
    assert serving.changed == ["lesson"]
    serving.save("docs/glossary.md", "# ", "# 新的")  # 术语的释义在各页上
    assert {*serving.changed} == {"lesson", "glossary"}


def test_saved_program_runs_and_its_output_is_marked(serving):
    before = {p: p.read_bytes() for p in serving.root.glob("snippets/**/*.out")}
    html = serving.save(DOUBLE, "2 * x", "3 * x")
    assert "twice 1.5 is 4.5000" in html
    assert "还没有记录" in html
    assert "python3 -m rnn_notes record lesson" in html
    assert before == {p: p.read_bytes() for p in serving.root.glob("snippets/**/*.out")}
    assert "还没有记录" not in serving.save(DOUBLE, "3 * x", "2 * x")


def test_program_that_fails_shows_where(serving):
    html = serving.save(DOUBLE, "2 * x", "2 * gone")
    assert "没有运行完" in html
    assert "NameError" in html
    assert "double.py" in html.partition("NameError")[0].rpartition("Traceback")[2]
    assert "没有运行完" not in serving.save(DOUBLE, "2 * gone", "2 * x")


def test_without_torch_the_page_says_so(serving):
    serving.preview.can_run = False
    html = serving.save(DOUBLE, "2 * x", "3 * x")
    assert "没有装 PyTorch" in html
    assert "twice 1.5 is 3.0000" in html


def test_recording_clears_the_mark(serving):
    serving.save(DOUBLE, "2 * x", "3 * x")
    out = "snippets/lesson/double.out"
    assert "还没有记录" not in serving.save(out, "3.0000", "4.5000")


def test_recording_reloads_once(serving):
    """记录的时候一个接一个地写，预览等它写完，只建一次。"""
    out, server = serving.root / "snippets/lesson/double.out", serving.preview.server
    before = out.read_text("utf-8")
    with (
        ThreadPoolExecutor(1) as pool,
        FileLock(serving.preview.recording.lock_file),
    ):
        built = pool.submit(serving.build)
        out.write_text(before.replace("3.0000", "4.0000"), "utf-8")
        server._want_rebuild = True  # 写的时候看到有变化
    built.result()
    assert not server._want_rebuild
    assert "twice 1.5 is 4.0000" in serving.page()


def test_search_stays_whole(serving):
    """只建变了的页，别的页在搜索里也还在。"""
    index = serving.site / "search/search_index.json"
    before = index.read_text("utf-8")
    assert "lesson/#halve" in before
    serving.save(LESSON, "三个点", "四个点")
    serving.build()
    assert index.read_text("utf-8") == before
