"""课文第一次用到一个术语时链接到术语表，只链接一次，指针停在上面显示定义。"""

import re

from contract import project

from rnn_notes.glossary import UNTOUCHED


def test_first_use_of_a_term_links_to_the_glossary(html):
    glossary, linked = html["glossary/index.html"], set()
    for lesson in project.lessons:
        links = html[f"{lesson.path.stem}/index.html"].select("article a.term")
        anchors = [link["href"].removeprefix("../glossary/#") for link in links]
        assert len(anchors) == len({*anchors}), f"{lesson.path.stem}：只链接第一次的"
        for link, anchor in zip(links, anchors, strict=True):
            assert not link.find_parent(UNTOUCHED), f"{link} 在标题、代码或链接里"
            definition = glossary.find(id=anchor).find_next("p").get_text()
            assert link["title"] == definition
        linked.update(anchors)
    # 有的术语只在标题里用到，标题里不加链接。
    assert len(linked) >= 0.9 * len(glossary.select("article h3"))


def test_every_entry_says_where_it_is_first_told(html):
    """「首次讲到」通向把它写成「中文（英文）」的小节。"""
    for heading in html["glossary/index.html"].select("article h3"):
        told = heading.find_next_siblings("p", limit=2)[1]
        assert told.get_text().startswith("首次讲到："), f"{heading.get_text()}没有说"
        path, _, anchor = told.a["href"].removeprefix("../").partition("#")
        section = html[f"{path}index.html"].find(id=anchor)
        names = re.split("[、（）]", heading.find(string=True))
        words = section.get_text() + "".join(
            element.get_text() for element in section.find_next_siblings()
        )
        assert any(name and name in words for name in names), (
            f"{heading.get_text()}{told.a}"
        )
