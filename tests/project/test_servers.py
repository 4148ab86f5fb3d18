"""hosting/ 里的配置：用真的 nginx 和 Caddy 提供网站，域名根下和子路径下各一遍。

只换端口和目录；子路径照配置开头写的那几处改。
"""

import gzip
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import material
import pytest
from browser import open_search
from builder import build
from pages import Project

ROOT = Path(__file__).parents[2]
HASHED = re.compile(r"\.([0-9a-f]{8})(\.min)?\.(css|js)$")
CONFIGS = {"nginx": "nginx.conf", "caddy": "Caddyfile"}
# 课的下载是这几种文件；这里自己造，不等有了下载才检查。
DOWNLOADS = {
    "lesson.ipynb": ("application/x-ipynb+json", True),
    "lesson.py": ("text/x-python; charset=utf-8", True),
    "lesson.zip": ("application/zip", False),
}
# Debian 自己的 nginx.conf 里的那些，换成不用 root 也写得了的位置。
NGINX = """\
pid nginx.pid;
error_log stderr;
master_process off;
events {{}}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    {text}
}}
"""


def replace(text: str, changes: dict[str, str]) -> str:
    for old, new in changes.items():
        assert text.count(old) == 1, f"配置里应有一处 {old}"
        text = text.replace(old, new)
    return text


def without_comments(text: str) -> str:
    return "".join(
        line
        for line in text.splitlines(keepends=True)
        if not line.lstrip().startswith("#")
    )


def program(name: str) -> str:
    """服务器程序的路径；没有时 Linux 的 CI 里失败，别处跳过并说怎样装。"""
    # Debian 的普通用户的 PATH 里没有 /usr/sbin。
    path = shutil.which(name, path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
    if path is None:
        ci = os.environ.get("CI") and sys.platform == "linux"
        (pytest.fail if ci else pytest.skip)(
            f"没有找到 {name}：Debian、Ubuntu 用 sudo apt install {name} 装上"
        )
    return path


@contextmanager
def run(name: str, www: Path, base: str, folder: Path):
    """用 `hosting/` 里的配置提供 `www` 里的网站，在路径 `base` 下；得到端口。"""
    executable = program(name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    changes = {
        "nginx": {
            "listen 80;": f"listen 127.0.0.1:{port};",
            "    listen [::]:80;\n": "",
        },
        "caddy": {
            "notes.example.org {": f"http://127.0.0.1:{port} {{",
        },
    }[name]
    if base != "/":
        changes |= {
            "nginx": {
                "location / {": f"location = {base[:-1]} {{ return 301 {base}; }}\n"
                f"    location {base} {{",
                "root /var/www/notes;": "root /var/www;",
                "/404.html;": f"{base}404.html;",
            },
            "caddy": {
                "handle {": f"handle {base}* {{",
                "root * /var/www/notes": f"root * /var/www\n\tredir {base[:-1]} {base}",
                "/404.html": f"{base}404.html",
            },
        }[name]
    text = without_comments((ROOT / "hosting" / CONFIGS[name]).read_text("utf-8"))
    text = replace(replace(text, changes), {"/var/www": www.as_posix()})
    config, log = folder / CONFIGS[name], folder / "log"
    if name == "nginx":
        config.write_text(NGINX.format(text=text), "utf-8")
        start = [executable, "-p", folder, "-c", config]
        check, pidfile = [*start, "-t"], folder / "nginx.pid"
    else:
        config.write_text(f"{{\n\tadmin off\n}}\n{text}", "utf-8")
        arguments = ["--config", config, "--adapter", "caddyfile"]
        pidfile = folder / "caddy.pid"
        check = [executable, "validate", *arguments]
        start = [executable, "start", *arguments, "--pidfile", pidfile]
    environment = os.environ | {
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    # 两个服务器都自己转到后台，端口打开了命令才结束，所以不用等。
    for command in (check, start):
        with log.open("w") as output:
            failed = subprocess.call(
                command, env=environment, stdout=output, stderr=output
            )
        assert not failed, log.read_text("utf-8")
    # nginx 的警告（例如不认识的、重复的类型）也算不过。
    assert "[warn]" not in log.read_text("utf-8"), log.read_text("utf-8")
    try:
        yield port
    finally:
        os.kill(int(pidfile.read_text()), signal.SIGTERM)


@pytest.fixture(scope="module", params=["/", "/notes/"], ids=["域名根", "子路径"])
def base(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def www(base, tmp_path_factory) -> Path:
    """相当于 /var/www：网站在它的 notes/ 里，另有几个下载的文件。"""
    www = tmp_path_factory.mktemp("www")
    site = build(Project(ROOT), www / "notes", SITE_URL=f"https://example.org{base}")
    for name in DOWNLOADS:
        (site / name).write_text(f"# {name}\n" * 500, "utf-8")
    return www


@pytest.fixture(scope="module", params=CONFIGS)
def url(request, www, base, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    with run(request.param, www, base, folder) as port:
        yield f"http://127.0.0.1:{port}{base}"


@pytest.fixture
def get(url, base):
    """取 `path`（相对于网站），得到状态码、响应头、正文。"""
    connection = HTTPConnection(url.split("/")[2])

    def get(path: str, **headers: str):
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", base + path, headers=fields)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()

    yield get
    connection.close()


def test_text_is_compressed(get, www):
    site = www / "notes"
    [sheet] = site.glob("assets/site.*.css")
    paths = ["", "concepts/", "search/search_index.json", "assets/favicon.svg"]
    paths += [sheet.relative_to(site).as_posix(), "assets/extra.js", "sitemap.xml"]
    for path in paths:
        file = site / path / "index.html" if path in ("", "concepts/") else site / path
        status, headers, body = get(path, Accept_Encoding="gzip")
        assert status == 200
        if file.stat().st_size >= 1000:
            assert headers["Content-Encoding"] == "gzip", path
            assert "Accept-Encoding" in headers["Vary"]
        if headers["Content-Encoding"]:
            body = gzip.decompress(body)
        assert body == file.read_bytes()
        assert get(path)[1]["Content-Encoding"] is None


def test_types(get):
    types = {
        "": "text/html; charset=utf-8",
        "robots.txt": "text/plain; charset=utf-8",
        "assets/math.woff2": "font/woff2",
        **{name: kind for name, (kind, _) in DOWNLOADS.items()},
    }
    for path, kind in types.items():
        assert get(path)[1]["Content-Type"].lower() == kind, path
    for name, (_, compressed) in DOWNLOADS.items():
        encoding = get(name, Accept_Encoding="gzip")[1]["Content-Encoding"]
        assert encoding == ("gzip" if compressed else None), name


def test_only_hashed_names_are_kept(get, www):
    site = www / "notes"
    hashed = 0
    for path in site.rglob("*"):
        if path.is_file():
            cache = get(path.relative_to(site).as_posix())[1]["Cache-Control"]
            known = HASHED.search(path.name)
            hashed += bool(known)
            expected = "public, max-age=31536000, immutable" if known else "no-cache"
            assert cache == expected, path
    assert hashed


def test_hashed_names_follow_the_content(www):
    """留一年的文件，内容变了名字就要变：名字是内容的哈希，或与 Material 的一样。"""
    original = Path(material.__file__).parent / "templates"
    for path in (www / "notes").rglob("*"):
        if found := HASHED.search(path.name):
            same = original / path.relative_to(www / "notes")
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            assert digest.startswith(found[1]) or (
                same.exists() and same.read_bytes() == path.read_bytes()
            ), f"{path.name} 的内容改过，名字没有跟着变"


def test_unchanged_page_is_not_sent_again(get):
    for encoding in ("gzip", "identity"):
        _, headers, _ = get("concepts/", Accept_Encoding=encoding)
        for name, field in (("If-None-Match", "ETag"), ("If-Modified-Since", None)):
            value = headers[field or "Last-Modified"]
            conditional = {"Accept_Encoding": encoding, name: value}
            assert get("concepts/", **conditional)[::2] == (304, b""), name


def test_security_headers_are_on_every_answer(get):
    for path in ("", "concepts", "assets/extra.js", "gone/", "robots.txt"):
        _, headers, _ = get(path)
        assert headers["X-Content-Type-Options"] == "nosniff", path
        assert headers["Content-Security-Policy"] == "frame-ancestors 'self'"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "camera=()" in headers["Permissions-Policy"]
        assert not re.search(r"\d", headers["Server"] or "")


def test_missing_pages_are_404(get, www):
    page = (www / "notes/404.html").read_bytes()
    # 没有首页的目录不列出来；缺的文件不沿用它的名字该有的类型和缓存。
    for path in ("gone/", "assets/", "assets/site.00000000.css", "a.ipynb", "x.zip"):
        status, headers, body = get(path, Accept_Encoding="gzip")
        assert status == 404, path
        assert headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(body) == page
        assert headers["Content-Type"].lower() == "text/html; charset=utf-8", path
        assert headers["Cache-Control"] == "no-cache", path


def test_directory_gets_its_slash(get, url, base):
    for path in ("concepts", "glossary"):
        status, headers, _ = get(path)
        assert status in (301, 308)
        assert headers["Location"] in (f"{base}{path}/", f"{path}/")
    if base != "/":
        connection = HTTPConnection(url.split("/")[2])
        connection.request("GET", base[:-1])
        answer = connection.getresponse()
        assert answer.status in (301, 302, 308)
        assert answer.headers["Location"].endswith(base)
        connection.close()


def test_reader_can_use_it(tab, url):
    """读者用得到的在真的服务器上都能用：各页、搜索、可以操作的组件。"""
    for page in ("", "mathematics/", "glossary/"):
        tab.goto(url + page, wait_until="networkidle")
    open_search(tab, url)
    tab.keyboard.insert_text("梯度清零")
    result = tab.locator(".md-search-result__link:visible[href*='#zero-grad']").first
    result.click()
    tab.wait_for_url("**#zero-grad")
    assert tab.url.startswith(url)
    tab.goto(f"{url}char-rnn/")
    tab.locator("rnn-train").scroll_into_view_if_needed()
    tab.locator("rnn-train .rnn-live").wait_for()
    assert tab.errors == []
    tab.goto(f"{url}a/b/gone/")  # 深处的 404 页也找得到样式和首页
    assert "404" in tab.errors.pop()
    tab.locator("article p a").click()
    tab.wait_for_url(url)
    assert tab.errors == []
    assert tab.foreign == []


def test_caddyfile_as_written(tmp_path):
    """读者拿到的那一份没有改过也通得过，排版是 Caddy 自己的。"""
    caddy, config = program("caddy"), ROOT / "hosting/Caddyfile"
    environment = os.environ | {
        "XDG_DATA_HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [caddy, "validate", "--config", config, "--adapter", "caddyfile"],
        check=False,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    formatted = subprocess.check_output([caddy, "fmt", config], encoding="utf-8")
    assert formatted == config.read_text("utf-8")
