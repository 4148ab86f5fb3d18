"""建成的页面上，代码、输出、文件名、高亮的行，一个不多、一个不少，就是课文引用的那些。"""

import re
from importlib.metadata import version
from itertools import chain, product, repeat

from contract import built_path, fail_if, highlighted, project
from markdown_it import MarkdownIt
from records import recorded_environment

from rnn_notes.lesson import length

LONGEST = 15_000
SPEED = 400  # 每分钟读几个字符
LITERAL = "code, pre, math, svg, script, style, template"
NUMBER = r"(?:\d{1,2}(?!\d)|[一二三四五六七八九十](?![个种次条组]))"
# 正文里不该有的 → (在哪些元素里不算, 怎样改)。
UNWANTED = {
    # 漏成文字的 Markdown、TeX、HTML；正文里一个这样的字符也用不着。
    r"[][*{}\\|^~`$<>#&]|8<|///|==|!!|\?\?|:\w[\w-]*:|\n *(?:[-+]|\d+\.) "
    r"|[^\x00-\x7f]_": (LITERAL, "成了文字：补全写法，或者写成行内代码"),
    rf"(?<![代列])[图表] ?{NUMBER}|第 ?{NUMBER} ?[课节]|公式 ?{NUMBER}|[（(]{NUMBER}[）)]"
    r"|\b(?:Fig|Tab|Eq)[a-z]*\.? ?\d": (
        f"{LITERAL}, a, h1, .caption-prefix",
        "没有链接：编号会变，写成 [图 2](#锚点)、$\\eqref{eq:名字}$",
    ),
}
VERSION = re.compile(r"(?<![\w.-])\d+\.\d+\.\d+(?![\w.]*\d)", re.ASCII)


def test_blocks_are_what_the_page_includes(written):
    wrong = []
    for page in project.pages:
        # 引用的小节里也有围栏（速查）：展开了再看。
        tokens = MarkdownIt("commonmark").parse(project.expand(page.text.splitlines()))
        blocks = [t.content for t in tokens if t.type == "fence"]
        lines = chain((fence.line for fence in page.fences), repeat(1))
        shown = [
            pre.get_text() for pre in written[built_path(page)].select("pre, samp, kbd")
        ]
        for line, text, seen in zip(lines, blocks, shown, strict=False):
            if text.strip() != seen.strip():
                wrong.append(
                    f"{page.place(line)}：页面上显示的不是引用的：{seen[:60]!r}"
                )
                break
        if not wrong and len(blocks) != len(shown):
            wrong.append(
                f"{project.name(page.path)}：{len(blocks)} 个围栏，页面上却有 {len(shown)} 块"
                "代码或输出：不要用 HTML 写，引用 snippets/ 里的"
            )
    fail_if(wrong)


def test_highlights_are_the_ones_asked_for(written):
    wrong = []
    for page in [page for page in project.pages if page.code]:
        blocks = written[built_path(page)].select("article .language-python pre")
        for fence, pre in zip(page.code, blocks, strict=True):
            marked = [line.get_text().rstrip("\n") for line in pre.select(".hll")]
            wanted = [line for _, line in highlighted(page, fence)]
            if marked != wanted:
                place = page.place(fence.line)
                wrong.append(f"{place}：高亮的是 {marked}，要的是 {wanted}")
    fail_if(wrong)


def test_text_is_only_text(written):
    problems = []
    for page, (pattern, (elsewhere, advice)) in product(
        project.pages, UNWANTED.items()
    ):
        for text in written[built_path(page)].article.find_all(
            string=re.compile(pattern)
        ):
            if text.parent.css.closest(elsewhere):
                continue
            found = re.search(pattern, text)
            mark, start = found[0].strip(), max(0, found.start() - 12)
            around = text[start : found.end() + 12].strip()
            place = project.find(page.path, *around.splitlines(), mark)
            problems.append(f"{place}：「{mark}」{advice}（{around}）")
    fail_if(problems)


def test_nothing_is_swallowed(written):
    """小节直接在正文里，不在块里；图注、表注只有一段。"""
    problems = []
    for page in project.pages:
        article = written[built_path(page)].article
        for heading in article.select(":not(article) > :is(h1, h2, h3, h4, h5, h6)"):
            words = heading.find(string=True)
            problems.append(
                f"{project.find(page.path, f'# {words}', words)}：小节「{words}」在上面的块里，"
                "会被折叠：在它前面用 ///、</div> 结束那个块，标题从行首写起"
            )
        for caption in article.select("figcaption:not(:has(> p:only-child))"):
            place = project.find(page.path, f"| #{caption.parent.get('id')}")
            problems.append(f"{place}：图注、表注只有一段：在第一段后面写 ///")
    fail_if(problems)


def test_lessons_are_read_in_one_sitting(written):
    """不长于 15,000 字：学生一次读得完。"""
    counts = [
        (page, length(str(written[built_path(page)].article)))
        for page in project.course
    ]
    fail_if(
        f"{project.name(page.path)}：看得见的字符有 {count} 个，最多 {LONGEST}：重复的只说一遍，"
        "枯燥的折叠，或者分成两课"
        for page, count in counts
        if count > LONGEST
    )


def test_lessons_say_how_long_they_take(written):
    """标题下面的数：答案有几个，练习就有几道，各有锚点；有多少字，就读多少分钟。"""
    for page in project.course:
        soup = written[built_path(page)]
        said = soup.select_one("h1 + .lesson-facts").get_text()
        answers = len(soup.find_all("summary", string="答案"))
        exercises = f" · {answers} 道练习" if answers else ""
        assert said == f"约 {page.minutes} 分钟{exercises}", page.path.name
        anchors = [tag["id"] for tag in soup.select(".exercises > p > strong[id]")]
        assert anchors == [f"exercise-{n}" for n in range(1, answers + 1)], said
        counted = length(str(soup.article)) / SPEED
        assert abs(page.minutes - counted) <= 5, f"{page.path.name}：{counted:.0f} 分钟"


def test_provenance_is_true_and_stands_once(written):
    """环境只写一遍，就是记录的那个；正文里说的版本是装着的，或声明过。"""
    recorded, wrong = recorded_environment(project.snippets), []
    installed = {version("torch").partition("+")[0], version("numpy")}
    for page in project.pages:
        soup, name = written[built_path(page)], project.name(page.path)
        stated = [e.get_text() for e in soup.select(".provenance")]
        if stated != [f"本站的输出由 {recorded} 运行得到。"]:
            wrong.append(
                f"{name}：页面末尾要有一次、只有一次记录的环境，现在是 {stated}"
            )
        allowed = installed | page.meta.get("constants", {}).keys()
        for number, line in enumerate(page.content.splitlines(), page.start + 1):
            for stale in {*VERSION.findall(line)} - allowed:
                wrong.append(
                    f"{page.place(number)}：版本 {stale} 不是装着的，也没有在 constants 里声明"
                )
    fail_if(wrong)
