"""页面里写诗的网络，写的就是 PyTorch 写的：一个字一个字、一个概率一个概率地比。"""

import importlib
import json
import re
from functools import partial
from itertools import cycle
from urllib.parse import parse_qsl, urlsplit

import numpy as np
import pytest
from browser import inaccessible
from contract import ROOT, fail_if
from playwright.sync_api import expect

FOLDER = ROOT / "snippets/language-model"
WEIGHTS = FOLDER / "train_writer.npz"
TRAINED = (FOLDER / "train_writer.out").read_text("utf-8")
OPENING, ACROSTIC = {0: "春", 1: "江"}, {0: "春", 6: "江", 12: "花", 18: "月"}
GIVEN = {}, OPENING, ACROSTIC
TEMPERATURES = 0, 0.3, 0.7, 1, 2
SEEDS = [*range(17), 2**31, 3332505980, 2**32 - 1]
CASES = [*zip(cycle(GIVEN), cycle(TEMPERATURES), SEEDS, strict=False)]
WRITE = """async () => {
  const { Writer } = await import("URLassets/live/writer.js")
  const { fetchArrays } = await import("URLassets/live/npz.js")
  const weights = await fetchArrays("URLsnippets/language-model/train_writer.npz")
  const writer = new Writer(weights)
  const start = performance.now()
  const written = CASES.map(([given, temperature, seed]) =>
    [...writer.write({ given, temperature, seed })])
  return [written, (performance.now() - start) / written.length]
}"""


@pytest.fixture(scope="module")
def program():
    """课文里的模块，逐字写的 `write_steps` 在里面；网络的权重也从 8 位恢复，双精度。"""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(FOLDER)
        network, module = map(importlib.import_module, ["network", "writer"])
    writer = network.from_eight_bits(module.Writer(), np.load(WEIGHTS))
    module.write_steps = partial(module.write_steps, writer.double().eval())
    return module


def five(program, p) -> list[tuple[str, float]]:
    values, indices = p.topk(5)
    return [(program.vocab[i], v.item()) for i, v in zip(indices, values, strict=True)]


def same_as_pytorch(written, program, record_property) -> None:
    wrong, largest = [], 0
    for case, found in zip(CASES, written, strict=True):
        [*wanted] = program.write_steps(*case)
        ours = "".join(step["char"] for step in found)
        theirs = "".join(char for char, _ in wanted)
        if ours != theirs:
            wrong.append(f"{case}：{ours}，PyTorch {theirs}")
            continue
        for t, (step, (char, p)) in enumerate(zip(found, wanted, strict=True)):
            likely = [(char, p[program.vocab.index(char)].item()), *five(program, p)]
            shown = [(step["char"], step["probability"]), *step["likely"]]
            gaps = [abs(a[1] - b[1]) for a, b in zip(shown, likely, strict=True)]
            largest = max(largest, *gaps)
            if [a[0] for a in shown] != [b[0] for b in likely] or max(gaps) > 1e-12:
                wrong.append(f"{case} 第 {t + 1} 个字：{shown}，PyTorch {likely}")
            assert step["given"] == (t in case[0])
    fail_if(wrong)
    record_property("与 PyTorch 最大的概率差", largest)


def script(url) -> str:
    return WRITE.replace("URL", url).replace("CASES", json.dumps(CASES))


def test_writes_what_pytorch_writes(tab, url, program, record_property):
    tab.goto(url)
    written, milliseconds = tab.evaluate(script(url))
    record_property("写一首的毫秒", milliseconds)
    same_as_pytorch(written, program, record_property)
    # 写得各不相同，五言四句：这个检查才不是空的。
    poems = ["".join(step["char"] for step in found) for found in written]
    assert len({*poems}) > len(SEEDS) / 2
    assert sum(bool(re.fullmatch("(.{5}，.{5}。){2}", poem)) for poem in poems) > 10


def test_writes_the_same_in_other_browsers(engine, url, program, record_property):
    engine.open(url)
    written, _ = engine.run(script(url))
    same_as_pytorch(written, program, record_property)


def test_record_is_about_these_weights():
    """大小与困惑度由训练程序印出；从权重恢复的网络重新量，一样。"""
    size = int(re.search(r"权重: (\d+) 字节", TRAINED)[1])
    assert size == WEIGHTS.stat().st_size <= 500_000
    [measured] = re.findall(
        "^8 位.*", (FOLDER / "write.out").read_text("utf-8"), re.MULTILINE
    )
    assert measured in TRAINED.splitlines()


def start(tab, **fields):
    """像读者那样填好，按「写一首」。"""
    form = tab.locator("rnn-writer form")
    for label, value in fields.items():
        field = form.get_by_label(label)
        if label == "用作":
            field.select_option(label=value)
        else:
            field.fill(value)
    tab.get_by_role("button", name="写一首").click()


@pytest.fixture
def page(visit, tab):
    """不要动画：一下写完。"""
    tab.emulate_media(reduced_motion="reduce")
    return lambda query="": visit(f"language-model/{query}#live")


def test_page_shows_what_the_network_wrote(page, program):
    tab = page()
    poem, status = map(tab.locator, [".rnn-poem", "rnn-writer [role=status]"])
    rows, slider = tab.locator(".rnn-likely tr"), tab.get_by_role("slider")
    fields = {"指定的字": " 春江花月", "用作": "每句的首字（藏头）"}
    start(tab, **fields, 温度="１。５", 种子="７")
    [*wanted] = program.write_steps(ACROSTIC, 1.5, 7)
    text = "".join(char for char, _ in wanted)
    expect(status).to_have_text(text)
    expect(poem).to_have_text(text)
    expect(poem.locator(".rnn-given")).to_have_text([*ACROSTIC.values()])
    lines = poem.inner_text().splitlines()
    assert lines == re.findall("[^，。]+[，。]", text)
    # 每个字那时最可能的五个都看得到，用键盘、按钮，或者点那个字。
    slider.press("Home")
    for at, (char, p) in enumerate(wanted):
        likely = five(program, p)
        known = char in dict(likely)
        likely += [] if known else [(char, p[program.vocab.index(char)].item())]
        shown = [row.inner_text().split() for row in rows.all()]
        names = [name.replace("\n", "（写完）") for name, _ in likely]
        assert [name for name, _ in shown] == names
        numbers = [float(number.rstrip("%")) / 100 for _, number in shown]
        assert numbers == pytest.approx([v for _, v in likely], abs=6e-4)
        expect(tab.locator(".rnn-likely .rnn-looked th")).to_have_text(char)
        words = f"第 {at + 1} 个字{'指定' if at in ACROSTIC else '写'}「{char}」"
        assert slider.get_attribute("aria-valuetext").startswith(words)
        slider.press("ArrowRight")
    tab.get_by_role("button", name="上一个字").click()
    expect(poem.locator(".rnn-looked")).to_have_text(text[-2])
    poem.locator("span").nth(2).click()
    expect(poem.locator(".rnn-looked")).to_have_text(text[2])
    # 设置写在网址里：再打开，框里是它们，按下去写出同一首。
    shown = dict(parse_qsl(urlsplit(tab.url).query))
    assert shown == {
        "given": "春江花月",
        "acrostic": "1",
        "temperature": "1.5",
        "seed": "7",
    }
    tab.reload()
    again = page(f"?{urlsplit(tab.url).query}")
    start(again)
    expect(status).to_have_text(text)


def test_weights_are_fetched_on_use_and_their_size_is_said_before(page, tab):
    fetched = []
    tab.on("request", lambda r: ".npz" in r.url and fetched.append(r.url))
    page()
    kilobytes = -(-WEIGHTS.stat().st_size // 1000)
    expect(tab.locator(".rnn-cost")).to_contain_text(f"权重，{kilobytes} KB")
    # 还没有写：看得见的是记录下来的一首。
    poem = (FOLDER / "write.out").read_text("utf-8").splitlines()[2]
    example = tab.locator("rnn-writer > :not(.rnn-live, template)")
    expect(example).to_contain_text(poem)
    assert not fetched
    for seed in "12":
        start(tab, 种子=seed)
        expect(tab.locator("rnn-writer [role=status]")).not_to_be_empty()
    assert len(fetched) == 1
    expect(example).to_be_hidden()
    expect(tab.locator(".rnn-cost")).to_be_empty()


def test_stop_and_write_another(visit, tab, program):
    """一个字一个字地写，停得住；换下一个种子再写，前面没有写完的不再往下写。"""
    tab.clock.install()
    visit("language-model/#live")
    poem, status = map(tab.locator, [".rnn-poem", "rnn-writer [role=status]"])
    stop, other = (tab.get_by_role("button", name=n) for n in ("停", "下一个种子"))
    first, last = (
        "".join(char for char, _ in program.write_steps({}, 0.7, seed))
        for seed in (3, 6)
    )
    start(tab, 种子="3")
    expect(poem).to_have_text(re.compile("..."))
    assert status.text_content() == "", "写的时候不出声"
    stop.click()
    stopped = status.text_content()
    assert first.startswith(stopped) and stopped != first
    tab.clock.run_for(9000)
    assert poem.text_content() == stopped
    for _ in range(3):
        other.click()
    expect(poem).to_have_text(re.compile("."))
    tab.clock.run_for(9000)
    expect(status).to_have_text(last)
    assert poem.text_content() == last


def test_what_cannot_be_written_gets_a_sentence(page, tab):
    bad = [
        ({"指定的字": "春龘□龘"}, "词表里没有「龘」「□」"),
        ({"指定的字": "春江花月夜天"}, "开头最多五个字"),
        ({"指定的字": "春江花月夜", "用作": "每句的首字（藏头）"}, "藏头最多四个字"),
        ({"温度": "3"}, "温度要是 0 到 2 之间的数，现在是「3」"),
        ({"温度": "-1"}, "温度要是 0 到 2 之间的数"),
        ({"种子": "1.5"}, "种子要是 0 到 4294967295 之间的整数"),
    ]
    good = {"指定的字": "", "用作": "开头", "温度": "0", "种子": "0"}
    page()
    alert, invalid = map(tab.locator, ["rnn-writer [role=alert]", "[aria-invalid]"])
    status = tab.locator("rnn-writer [role=status]")
    tab.route("**/*.npz", lambda route: route.fulfill(status=404))
    start(tab)
    expect(alert).to_contain_text("网络的权重没有取到")
    tab.errors.clear()  # 浏览器自己说了 404
    tab.unroute("**/*.npz")
    for fields, message in bad:
        start(tab, **good | fields)
        expect(alert).to_contain_text(message)
        expect(invalid).to_have_count(1)
        assert "上一首" not in alert.text_content()
    start(tab, **good)
    expect(alert).to_be_empty()
    expect(invalid).to_have_count(0)
    expect(status).not_to_be_empty()
    start(tab, 指定的字="龘")
    expect(alert).to_contain_text("下面还是上一首")
    assert "given" not in tab.url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_writing_and_errors_are_accessible(page, tab, scheme):
    page()
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    start(tab, 指定的字="春江")
    expect(tab.locator("rnn-writer [role=status]")).not_to_be_empty()
    for typed, message in ("春江", ""), ("龘", "词表里没有"):
        start(tab, 指定的字=typed)
        expect(tab.locator("rnn-writer [role=alert]")).to_contain_text(message)
        for problems in inaccessible(tab, "rnn-writer"):
            fail_if(problems)
            wide = "document.documentElement.scrollWidth > innerWidth"
            assert not tab.evaluate(wide), (
                f"宽 {tab.viewport_size['width']}：要横向滚动"
            )
