"""课文第一次用到一个术语时链接到术语表，只链接一次，指针停在上面显示定义。"""

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
