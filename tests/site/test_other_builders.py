"""同一个 mkdocs.yml 不改，用 ProperDocs 也建得成，建成的网站相同。"""

import re

from builder import build
from contract import fail_if, project

# 页面里只有写着生成器名字和版本的这个标签可以不同。
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def contents(site):
    """网站里每个文件的路径和内容，生成器的名字除外。"""
    return {
        path.relative_to(site).as_posix(): GENERATOR.sub(b"", path.read_bytes())
        for path in site.rglob("*")
        # 压缩包里有建成的时刻；解开的 sitemap.xml 也在比较之列。
        if path.is_file() and path.name != "sitemap.xml.gz"
    }


def test_properdocs_builds_the_same_site(site, home, tmp_path):
    theirs = contents(build(project, tmp_path, "properdocs", SITE_URL=home))
    ours = contents(site)
    assert theirs.keys() == ours.keys()
    fail_if(
        f"{name}：ProperDocs 建成的与 MkDocs 建成的不同"
        for name in ours
        if theirs[name] != ours[name]
    )
