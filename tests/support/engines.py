"""读者还有的两种浏览器：Firefox，和没有 MathML 的 Chromium 92。

两种用起来一样：`open(网址)`、`run(JavaScript 函数)`、`errors`。每次都是全新的配置。
"""

import json
import re
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import brotli
from browser import FLAGS
from contract import ROOT, missing
from websockets.sync.client import connect

OLD = ROOT / ".ci/javascript/node_modules/chrome-aws-lambda/bin/chromium.br"


class Firefox:
    """Firefox 自己会说 WebDriver BiDi，不用另装驱动。"""

    def __init__(self, connection):
        self.connection, self.sent, self.errors = connection, 0, []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        self.tab = self.send("browsingContext.getTree")["contexts"][0]["context"]
        viewport = {"width": 1280, "height": 900}
        self.send("browsingContext.setViewport", context=self.tab, viewport=viewport)

    def send(self, method: str, **params) -> dict:
        self.sent += 1
        message = {"id": self.sent, "method": method, "params": params}
        self.connection.send(json.dumps(message))
        while (answer := json.loads(self.connection.recv())).get("id") != self.sent:
            told = answer["params"]
            # 机器忙，页面读到一半就排版，公式也只有一半；读完了还缺的，FORMULAS 看得到。
            if told.get("level") == "error" and "Incorrect number" not in told["text"]:
                self.errors.append(told["text"])
        assert answer["type"] == "success", answer
        return answer["result"]

    def open(self, address: str) -> None:
        place = {"context": self.tab, "url": address, "wait": "complete"}
        self.send("browsingContext.navigate", **place)

    def run(self, function: str):
        code = f"(async () => JSON.stringify(await ({function})()))()"
        place = {"target": {"context": self.tab}, "awaitPromise": True}
        answer = self.send("script.evaluate", expression=code, **place)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"].get("value", "null"))


@contextmanager
def firefox(_):
    found = filter(None, map(shutil.which, ["firefox-esr", "firefox"]))
    if not (program := next(found, None)):
        missing("没有 Firefox：apt-get install firefox-esr", linux=True)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [program, "--headless", "--remote-debugging-port=0"]
        command += ["--no-remote", "--profile", profile]
        output = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, text=True, **output) as process:
            try:
                lines = iter(process.stderr.readline, "")
                found = (re.search(r"BiDi listening on (\S+)", line) for line in lines)
                address = next(filter(None, found))[1]
                with connect(f"{address}/session", max_size=None) as connection:
                    yield Firefox(connection)
            finally:
                process.kill()


class OldChromium:
    def __init__(self, browser):
        self.tab, self.errors = browser.new_page(), []
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.on(
            "console", lambda m: m.type == "error" and self.errors.append(m.text)
        )
        self.open, self.run = self.tab.goto, self.tab.evaluate


@contextmanager
def old_chromium(playwright):
    if not OLD.exists():
        missing(
            "没有 Chromium 92：npm ci --prefix .ci/javascript --ignore-scripts",
            linux=True,
        )
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder, "chromium")
        program.write_bytes(brotli.decompress(OLD.read_bytes()))
        program.chmod(0o755)
        launch = playwright.chromium.launch
        browser = launch(executable_path=program, args=[*FLAGS, "--headless"])
        yield OldChromium(browser)
        browser.close()


ENGINES = {"Firefox": firefox, "Chromium 92": old_chromium}
