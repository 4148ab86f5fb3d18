"""页面里的门就是 PyTorch 的门：在真的浏览器里比。"""

import math
import re

import numpy as np
import pytest
import torch
from browser import inaccessible, load_components, painted
from contract import ROOT, fail_if
from playwright.sync_api import expect

LESSON = ROOT / "snippets/gated-cells"
FILE = LESSON / "train_letters.npz"
PROGRAM = (LESSON / "forget_gate.py").read_text("utf-8")
RECORD = (LESSON / "forget_gate.out").read_text("utf-8")
TEXT = re.search('text = "(.+)"', PROGRAM)[1]
TEXTS = [TEXT, "a", "z", "xyzabc", "cccccccccccc", "bxxxxxxxxxxx", "abcabcabcabc"]
NAMES = ["遗忘门 f", "输入门 i", "候选 g", "输出门 o", "单元状态 c"]
READ = """async ([file, texts]) => {
  const { read } = await import("./assets/live/gates.js");
  const { fetchArrays } = await import("./assets/live/npz.js");
  const weights = await fetchArrays(new URL(file, location));
  return [...Array(10).keys()].map((seed) => texts.map((text) => read(weights, seed, text)));
}"""


def pytorch(seed: int, text: str) -> dict[str, torch.Tensor]:
    """PyTorch 读一遍：h、c、得分用它的 LSTM 与 Linear，四个门照它的参数算。"""
    weights = {k: torch.tensor(v[seed]).double() for k, v in np.load(FILE).items()}
    output = torch.nn.Linear(4, 3).double()
    output.load_state_dict({k: weights.pop(f"output.{k}") for k in ("weight", "bias")})
    lstm = torch.nn.LSTM(6, 4).double()
    lstm.load_state_dict(weights)
    xs = torch.eye(6).double()[["abcxyz".index(char) for char in text]]
    state, rows = None, []
    with torch.no_grad():
        for x in xs:
            h = state[0][0] if state else torch.zeros(4).double()
            sums = lstm.weight_ih_l0 @ x + lstm.bias_ih_l0
            sums += lstm.weight_hh_l0 @ h + lstm.bias_hh_l0
            row = dict(zip("ifgo", sums.split(4), strict=True))
            row = {k: v.tanh() if k == "g" else v.sigmoid() for k, v in row.items()}
            h, state = lstm(x[None], state)
            row |= {"sums": sums, "h": h[0], "c": state[1][0], "scores": output(h[0])}
            rows.append(row)
    return {name: torch.stack([row[name] for row in rows]) for name in rows[0]}


def test_gates_equal_pytorch(tab, url):
    tab.goto(url)
    file = f"snippets/gated-cells/{FILE.name}"
    found = tab.evaluate(READ, [file, TEXTS])
    assert len(found) == len(np.load(FILE)["bias_ih_l0"])
    for seed, readings in enumerate(found):
        for text, steps in zip(TEXTS, readings, strict=True):
            for name, wanted in pytorch(seed, text).items():
                ours = torch.tensor([step[name] for step in steps], dtype=torch.float64)
                gap = (ours - wanted).abs().max().item()
                assert gap < 1e-9, f"种子 {seed}，读 {text}，{name} 差 {gap}"
            written = "".join(step["written"] for step in steps)
            best = pytorch(seed, text)["scores"].argmax(dim=1)
            assert written == "".join("abc"[k] for k in best)


@pytest.fixture
def opened(tab, url):
    """读到组件那里，取来权重；到最后控制台也没有报错。"""
    tab.goto(f"{url}gated-cells/")
    load_components(tab)
    tab.locator("rnn-gates button").click()
    expect(tab.locator("rnn-gates form")).to_be_visible()
    painted(tab)
    yield tab
    assert tab.errors == []


def test_weights_are_fetched_only_when_asked_for(tab, url):
    """先说多大；没有按就不取，静态的图还在；取不到说一句，再按一次就好。"""
    fetched = []
    tab.on("request", lambda r: r.url.endswith(".npz") and fetched.append(r.url))
    tab.goto(f"{url}gated-cells/")
    load_components(tab)
    part = tab.locator("rnn-gates").locator
    figure, form, button = map(part, ["svg", "form", "button"])
    expect(figure).to_be_visible()
    expect(form).to_be_hidden()
    assert fetched == []
    said = int(re.search(r"(\d+) KB", part("small").text_content())[1])
    assert said == round(FILE.stat().st_size / 1000)
    tab.route("**/*.npz", lambda route: route.abort())
    button.click()
    expect(part("[role=alert]")).to_contain_text("没有取到权重")
    expect(figure).to_be_visible()
    tab.unroute("**/*.npz")
    button.click()
    expect(form).to_be_visible()
    expect(part("[role=alert]")).to_be_empty()
    expect(figure).to_be_hidden()
    assert len(fetched) == 2


def test_starts_with_the_figure_and_follows_the_reader(opened):
    """一打开是静态图读的那一串，写出的是记录里的；换一串、换种子跟着变，写错了说一句。"""
    part = opened.locator("rnn-gates").locator
    field = opened.get_by_label("读", exact=True)
    status, alert = part(".rnn-written"), part("[role=alert]")
    rows = re.findall(r"^([a-z])  ([abc]) ", RECORD, re.MULTILINE)
    assert "".join(read for read, _ in rows) == TEXT
    written = "".join(write for _, write in rows)
    expect(field).to_have_value(TEXT)
    expect(status).to_have_text(f"读 {TEXT}，写 {written}。")
    expect(part("canvas")).to_have_count(len(NAMES))
    field.fill(" ＢxxＡ ")  # 全角、大写、空格都认得
    expect(status).to_have_text("读 bxxa，写 bbba。")
    field.fill("xya")
    expect(status).to_contain_text("前 2 步还没有读到 a、b、c")
    seen = set()
    for seed in range(10):
        part("select").select_option(str(seed))
        best = pytorch(seed, "xya")["scores"].argmax(dim=1)
        shown = "".join("abc"[k] for k in best)
        expect(status).to_contain_text(f"写 {shown}。")
        seen.add(shown)
    assert len(seen) > 1
    for typed, message in (
        ("axk", "不认得「k」"),
        ("", "1 到 12 个"),
        ("a" * 13, "13 个"),
    ):
        field.fill(typed)
        expect(alert).to_contain_text(message)
        expect(alert).to_contain_text("下面还是「xya」的")
        expect(part("[aria-invalid]")).to_have_count(1)
        expect(part(".rnn-stale")).to_have_count(1)
    field.fill("ab")
    expect(alert).to_be_empty()
    expect(part(".rnn-stale, [aria-invalid]")).to_have_count(0)


def value(formula: str) -> float:
    """算式里的一行，照着算。"""
    text = formula.replace("−", "-").replace("×", "*")
    names = {"sigmoid": lambda x: 1 / (1 + math.exp(-x)), "tanh": math.tanh}
    return eval(text, {"__builtins__": {}}, names)  # 只有数与函数


def test_keyboard_picks_a_number_and_its_arithmetic_adds_up(opened):
    """用 Tab 与方向键选一个数，读屏听到它的算式；照着算，得到 PyTorch 的数。"""
    part = opened.locator("rnn-gates").locator
    wanted = pytorch(0, TEXT)
    tables = part("canvas").all()
    for name, table in zip(NAMES, tables, strict=True):
        expect(table).to_have_attribute("aria-label", re.compile(f"^{name}，4 行"))
        table.focus()
        for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
            table.press(key)
        words = part(".rnn-sum").text_content()
        expect(part(".rnn-quiet")).to_have_text(words)
        short = name[-1]
        assert words.startswith(f"第 3 步，读 {TEXT[2]}，{short} 的第 2 个数 = ")
        formula, result = map(value, re.findall("^= (.*)", words, re.MULTILINE))
        theirs = wanted[short][2, 1].item()
        assert result == pytest.approx(theirs, abs=6e-5), words
        assert formula == pytest.approx(theirs, abs=3e-4), words


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_panel_is_accessible_and_fits_a_phone(opened, scheme):
    opened.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    opened.get_by_label("读", exact=True).fill("axk")
    for problems in inaccessible(opened, "rnn-gates"):
        fail_if(problems)
        room = opened.locator("rnn-gates").bounding_box()
        for box in opened.locator("rnn-gates canvas").all():
            edges = box.bounding_box()
            assert edges["x"] + edges["width"] <= room["x"] + room["width"] + 1
    sizes = "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    fields = opened.locator("rnn-gates :is(input, select)").evaluate_all(sizes)
    assert min(fields) >= 16, "iOS 上一点输入框就放大整页"
