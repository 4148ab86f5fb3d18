"""同一个 mkdocs.yml 不改，用 ProperDocs 也建得成，建成的网站相同。"""

import re

from builder import build
from contract import fail_if, project

# 页面里只有写着生成器名字和版本的这个标签可以不同。
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def contents(site) -> dict[str, bytes]:
    files = {p.relative_to(site).as_posix(): p for p in site.rglob("*") if p.is_file()}
    del files["sitemap.xml.gz"]  # 里面有建成的时刻；解开的也在比较之列
    return {name: GENERATOR.sub(b"", p.read_bytes()) for name, p in files.items()}


def test_properdocs_builds_the_same_site(site, home, tmp_path):
    theirs = contents(build(project, tmp_path, "properdocs", SITE_URL=home))
    ours = contents(site)
    assert theirs.keys() == ours.keys()
    different = [name for name in ours if theirs[name] != ours[name]]
    fail_if(f"{name}：ProperDocs 建成的与 MkDocs 建成的不同" for name in different)
