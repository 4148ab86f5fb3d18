"""rnn_notes/hosting/ 里的配置：真的 nginx 和 Caddy，域名根与子路径各一遍，只换端口和目录。"""

import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
from fnmatch import fnmatchcase
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests
from browser import open_search
from contract import ROOT, missing

HOSTING = ROOT / "rnn_notes/hosting"
# 配置 → 怎样启动、外面还要什么（不用 root 也写得了的位置）、要换的：网址换成端口；没有
# 证书，nginx 由请求头 X-Https 知道是不是 HTTPS。
SERVERS = {
    "nginx.conf": (
        "nginx -p {folder} -c {folder}/config",
        """pid {folder}/pid; error_log stderr; master_process off;
        events {} http { access_log off; client_body_temp_path a; proxy_temp_path b;
        fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e; {text}}""",
        [
            ("listen 80;\n    listen [::]:80;", "listen 127.0.0.1:{port};"),
            ("map $https ", "map $http_x_https "),
        ],
    ),
    "Caddyfile": (
        "caddy start --config {folder}/config --adapter caddyfile --pidfile {folder}/pid",
        "{\n\tadmin off\n}\n{text}",
        [("notes.example.org {", "http://127.0.0.1:{port} {")],
    ),
}
PAGE = "text/html; charset=utf-8"
# 路径 → 状态码、类型、要不要压缩。没有首页的目录不列出来；缺的文件不沿用它的名字该有的
# 类型。图片、字体与 zip 本身已压缩，太小的文件不压。
ANSWERS = {
    "lesson/": (200, PAGE, True),
    "notes.ipynb": (200, "application/x-ipynb+json", True),
    "notes.py": (200, "text/x-python; charset=utf-8", True),
    "notes.svg": (200, "image/svg+xml*", True),
    "notes.woff2": (200, "font/woff2", False),
    "notes.zip": (200, "application/zip", False),
    "assets/extra.js": (200, "*/javascript; charset=utf-8", True),
    "robots.txt": (200, "text/plain; charset=utf-8", False),
    "search/search_index.json": (200, "application/json", True),
    **dict.fromkeys(["gone/", "assets/", "a.ipynb", "a.zip"], (404, PAGE, True)),
    "assets/site.00000000.css": (404, PAGE, True),
}
SECURITY = {
    "content-security-policy": "frame-ancestors 'self'",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
    "x-content-type-options": "nosniff",
}
CACHED = SECURITY | {"cache-control": "no-cache"}
VARY = {"vary": "Accept-Encoding"}
PACKED = VARY | {"content-encoding": "gzip"}
# 随文件、时刻、连接变的；别的与该有的整个相同：不多，不少，不重复，不带版本。
VARYING = {"date", "etag", "last-modified", "content-length", "transfer-encoding"}
VARYING |= {"connection", "accept-ranges"}
HTTPS = {"X-Https": "on"}
IDENTITY = HTTPS | {"Accept-Encoding": "identity"}


def headers(answer: requests.Response) -> dict[str, str]:
    found = {name.lower(): value for name, value in answer.headers.items()}
    assert found.pop("server") in ("nginx", "Caddy")
    return {name: value for name, value in found.items() if name not in VARYING}


def call(name: str, *arguments: object, home: Path) -> str:
    """运行服务器的命令，得到它印的；失败或有警告（例如重复的类型）就不过。"""
    # Debian 的普通用户的 PATH 里没有 /usr/sbin。
    program = shutil.which(name, path=f"{os.environ['PATH']}{os.pathsep}/usr/sbin")
    if program is None:
        missing(f"没有 {name}：sudo apt install {name}", linux=True)
    command, places = [program, *arguments], os.environ | {"HOME": str(home)}
    # 转到后台的服务器一直开着输出，所以写进文件，不等它关上。
    with (home / "log").open("w") as log:
        failed = subprocess.call(command, env=places, stdout=log, stderr=log)
    text = (home / "log").read_text("utf-8")
    assert not failed and "[warn]" not in text, text
    return text


@pytest.fixture(scope="module", params=SERVERS)
def url(request, www, base, tmp_path_factory):
    """用这一份配置提供网站，得到网址。"""
    folder = tmp_path_factory.mktemp(request.param)
    start, around, changes = SERVERS[request.param]
    text = (HOSTING / request.param).read_text("utf-8")
    if base != "/":
        # 配置开头写的：三处各换成什么，再在第一处上面加的一行。
        steps = re.sub("\n# ?", "", text).partition("放在子路径")[2]
        *codes, line = re.findall("`(.+?)`", steps)[:7]
        codes[3] = f"{line}\n{codes[3]}"
        changes = [*changes, *zip(codes[:3], codes[3:], strict=True)]
    text = re.sub(r"(?m)^\s*#.*\n", "", text)
    for old, new in changes:
        assert text.count(old) == 1, f"配置里应有一处 {old}"
        text = text.replace(old, new)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    text = around.replace("{text}", text).replace("/var/www", str(www.parent))
    text = text.replace("{folder}", str(folder)).replace("{port}", str(port))
    (folder / "config").write_text(text, "utf-8")
    # 两个服务器都自己转到后台，端口打开了命令才结束，所以不用等。
    call(*start.format(folder=folder).split(), home=folder)
    yield f"http://127.0.0.1:{port}{base}"
    os.kill(int((folder / "pid").read_text()), signal.SIGTERM)


@pytest.mark.parametrize("path", ANSWERS)
def test_answer(url, www, path):
    status, kind, packed = ANSWERS[path]
    answer = requests.get(url + path, headers=HTTPS)
    assert answer.status_code == status
    file = path.replace("lesson/", "lesson/index.html") if status == 200 else "404.html"
    assert answer.content == (www / file).read_bytes()
    found, plain = headers(answer), headers(requests.get(url + path, headers=IDENTITY))
    assert fnmatchcase(found.pop("content-type"), kind)
    assert found == CACHED | (PACKED if packed else {})
    # 没有压缩的，Caddy 不写 Vary。
    assert fnmatchcase(plain.pop("content-type"), kind)
    assert CACHED.items() <= plain.items() <= (CACHED | VARY).items()


def test_directory_gets_its_slash(url, base):
    # 子路径本身的转向在 location 之外，nginx 不加响应头。
    for path, known in (base[:-1], [{}, SECURITY]), (f"{base}lesson", [CACHED]):
        if not path:
            continue
        answer = requests.get(urljoin(url, path), headers=HTTPS, allow_redirects=False)
        assert answer.status_code in (301, 302, 308), path
        found = headers(answer)
        assert found.pop("location") in (f"{path}/", "lesson/")
        assert found.pop("content-type", "text/html").startswith("text/html")
        assert found in known


def test_only_https_says_to_stay_on_https(url):
    """浏览器不认 HTTP 上的这一条，nginx 不发，Caddy 总发。"""
    found = requests.get(url).headers
    assert ("Strict-Transport-Security" in found) == (found["Server"] == "Caddy")


def test_only_hashed_names_are_kept(url, www):
    """留一年的文件，名字里是内容的哈希：内容变了名字就变。"""
    seen = set()
    for path in filter(Path.is_file, www.rglob("*")):
        name, expected = path.relative_to(www).as_posix(), "no-cache"
        if known := re.search(r"\.([0-9a-f]{8})(\.min)?\.(css|js)$", name):
            expected = "public, max-age=31536000, immutable"
            assert hashlib.sha256(path.read_bytes()).hexdigest().startswith(known[1])
        found = headers(requests.get(url + name, headers=HTTPS))
        found = {n: v for n, v in found.items() if n not in {"content-type", *PACKED}}
        assert found == SECURITY | {"cache-control": expected}, name
        seen.add(expected)
    assert len(seen) == 2


@pytest.mark.parametrize("encoding", [HTTPS, IDENTITY], ids=["gzip", "identity"])
def test_unchanged_page_is_not_sent_again(url, encoding):
    known = requests.get(f"{url}lesson/", headers=encoding).headers
    for name, value in ("None-Match", "ETag"), ("Modified-Since", "Last-Modified"):
        condition = encoding | {f"If-{name}": known[value]}
        answer = requests.get(f"{url}lesson/", headers=condition)
        assert (answer.status_code, answer.content) == (304, b""), name
        assert headers(answer) == CACHED, name


def test_reader_can_use_it(tab, url):
    """读者用得到的在真的服务器上都能用：组件、补上斜杠、搜索、深处的 404 页。"""
    tab.goto(url)
    tab.locator("rnn-sample:defined").wait_for(state="attached")
    open_search(tab, f"{url}lesson")
    assert tab.url == f"{url}lesson/"
    tab.keyboard.insert_text("加倍")
    tab.locator(".md-search-result__link:visible[href*='#double']").first.click()
    tab.wait_for_url(f"{url}lesson/**#double")
    assert tab.errors == []
    tab.goto(f"{url}a/b/gone/")
    assert "404" in tab.errors.pop()
    tab.locator("article p a").click()
    tab.wait_for_url(url)
    assert tab.errors == tab.foreign == []


def test_caddyfile_as_written(tmp_path):
    """读者拿到的那一份没有改过也通得过，排版是 Caddy 自己的。"""
    config = HOSTING / "Caddyfile"
    options = ["--config", config, "--adapter", "caddyfile"]
    call("caddy", "validate", *options, home=tmp_path)
    assert call("caddy", "fmt", config, home=tmp_path) == config.read_text("utf-8")
