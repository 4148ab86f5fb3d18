"""页面里的网络就是 PyTorch 的网络：在真的浏览器里比。"""

import gzip
import math
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

import pytest
import torch
from browser import find_bad, inaccessible, load_components, painted
from contract import ROOT, fail_if, project
from playwright.sync_api import expect

LIVE = ROOT / "docs/assets/live"
RECORD = (ROOT / "snippets/char-rnn/train.out").read_text("utf-8")
LINES = re.findall("^Predicted.*", RECORD, re.MULTILINE)
PROGRAM = (ROOT / "snippets/char-rnn/train.py").read_text("utf-8")
FLOOR = (ROOT / "snippets/char-rnn/loss_curve.out").read_text("utf-8")
FLOOR = re.search(r"下限: (\S+)", FLOOR)[1]
SEEDS = [*range(52), 2**31, 2**32 - 1, 3332505980]
# 默认的设置就是主程序里的。与网址里的写法一样：勾上是 1，没勾是空。
WRITTEN = {"seed": r"manual_seed\((\d+)", "optimizer": r"optim\.(\w+)"}
WRITTEN |= {"lr": r"lr=([\d.]+)", "epochs": r"num_epochs = (\d+)"}
WRITTEN |= {"input": 'source = "(.+)"', "target": 'target = "(.+)"'}
DEFAULTS = {name: re.search(p, PROGRAM)[1].lower() for name, p in WRITTEN.items()}
DEFAULTS |= {"vocab": "", "hidden": "4", "output": "", "reset": ""}
LABELS = {"seed": "种子", "optimizer": "优化器", "lr": "学习率", "epochs": "轮数"}
LABELS |= {"output": "输出层", "hidden": "hidden_size", "reset": "每步重置状态"}
LABELS |= {"input": "输入", "target": "目标", "vocab": "词表"}
# 正文里说到的设置。
SAID = {name: rf"{label} (\S+?)(?=\W|$)" for name, label in LABELS.items()}
SAID |= {
    "lr": r"学习率 ([\d.]+)",
    "epochs": r"训练 (\d+) 轮",
    "optimizer": "(Adam|SGD)",
}
SAID |= {"output": "加上()输出层", "reset": "每步重置()状态"}
OTHERS = """optimizer=sgd optimizer=sgd&lr=0.5 output=1&hidden=7 reset=1
    output=1&hidden=5&optimizer=sgd&lr=0.2 output=1&hidden=32&optimizer=sgd&lr=0.01
    output=1&hidden=1&vocab=天地玄黄ehlo input=天地玄黄&target=地玄黄天&vocab=黄地玄天
    input=banana&target=ananas"""
# 在浏览器里用页面自己的模块训练：每个种子的初始参数，下限，各轮的字符串与损失。
TRAIN = """async ([seeds, setting]) => {
  const { lossFloor, Training } = await import("./assets/live/rnn.js");
  const { toTask } = await import("./assets/live/settings.js");
  return seeds.map((seed) => {
    const training = new Training(toTask({ ...setting, seed: `${seed}` }));
    while (training.epochs.length < training.task.epochs && training.advance());
    const start = [...training.epochs[0].theta];
    return [start, lossFloor(training.task), training.epochs.map(({ written, loss }) =>
      [written.map((i) => training.task.vocab[i]).join(""), loss])];
  });
}"""


def vocabulary(s: dict[str, str]) -> str:
    """没有写出词表，就由输入与目标推出。"""
    return s["vocab"] or "".join(sorted({*s["input"], *s["target"]}))


class Trained(NamedTuple):
    """PyTorch 的初始参数；各轮更新之前写出的字符串与损失；最后一轮的更新。"""

    initial: list[float]
    rounds: list[tuple[str, float]]
    last: dict[str, dict[str, torch.Tensor]]  # 参数名 → 更新前后的值、梯度、m、v


def train(seed: int, s: dict[str, str]) -> Trained:
    vocab = vocabulary(s)
    n = int(s["hidden"]) if s["output"] else len(vocab)
    torch.manual_seed(seed)
    cell = torch.nn.RNNCell(len(vocab), n)
    output = torch.nn.Linear(n, len(vocab)) if s["output"] else torch.nn.Identity()
    named = dict(cell.named_parameters())
    named |= {f"linear.{name}": p for name, p in output.named_parameters()}
    initial = torch.cat([p.detach().flatten() for p in named.values()]).tolist()
    kind = {"adam": torch.optim.Adam, "sgd": torch.optim.SGD}[s["optimizer"]]
    optimizer = kind(named.values(), lr=float(s["lr"]))
    x = torch.eye(len(vocab))[[vocab.index(c) for c in s["input"]]]
    y = torch.tensor([vocab.index(c) for c in s["target"]])
    rounds, last = [], {}
    for _ in range(int(s["epochs"])):
        optimizer.zero_grad()
        hidden, scores = torch.zeros(1, n), []
        for step in x:
            hidden = cell(step[None], torch.zeros(1, n) if s["reset"] else hidden)
            scores.append(output(hidden))
        scores = torch.cat(scores)
        loss = torch.nn.functional.cross_entropy(scores, y, reduction="sum")
        loss.backward()
        last = {
            name: {"前": p.detach().clone(), "梯度": p.grad}
            for name, p in named.items()
        }
        optimizer.step()
        for name, p in named.items():
            state = optimizer.state[p]
            last[name] |= {"m": state.get("exp_avg"), "v": state.get("exp_avg_sq")}
            last[name]["下一轮"] = p.detach()
        rounds.append(("".join(vocab[i] for i in scores.argmax(1)), loss.item()))
    return Trained(initial, rounds, last)


def log(tab) -> list[str]:
    return tab.locator("rnn-train pre").text_content().splitlines()


def change(tab, settings: dict[str, str]) -> None:
    """像读者那样，照输入框旁边的字找到它。"""
    for name, value in settings.items():
        label = re.compile(rf"^\s*{LABELS[name]}(?!\w)")
        field = tab.locator("rnn-train form").get_by_label(label)
        if not field.is_visible():
            tab.locator("rnn-train summary").click()
        if name in ("output", "reset"):
            field.set_checked(value == "1")
        elif name == "optimizer":
            field.select_option(label={"adam": "Adam", "sgd": "SGD"}[value])
        else:
            field.fill(value)
            field.press("Enter")
    painted(tab)


def test_training_equals_pytorch(tab, url, record_property):
    """初始参数每一位都相同；损失的末位差一只该是舍入边界上的偶然。"""
    tab.goto(url)
    wrong, differences = [], []
    for other in ["", *OTHERS.split()]:
        seeds = SEEDS[-10:] if other else SEEDS
        setting = DEFAULTS | dict(parse_qsl(other))
        trained = tab.evaluate(TRAIN, [seeds, setting])
        # 正确的得分是 1、别的都是 -1，损失最小。
        best = 2 * torch.eye(1, len(vocabulary(setting))) - 1
        lowest = torch.nn.functional.cross_entropy(best, torch.tensor([0])).item()
        lowest *= 0 if setting["output"] else len(setting["input"])
        for seed, (start, floor, found) in zip(seeds, trained, strict=True):
            initial, rounds, _ = train(seed, setting)
            assert floor == pytest.approx(lowest, abs=1e-5), f"{other} 的下限"
            assert start == initial, f"{other}，种子 {seed} 的初始参数"
            for ours, theirs in zip(found, rounds, strict=True):
                units = abs(round(ours[1] * 1e4) - round(theirs[1] * 1e4))
                differences.append(units)
                if ours[0] != theirs[0] or units > 1:
                    wrong.append(f"{other}，种子 {seed}：{ours}，PyTorch {theirs}")
    fail_if(wrong)
    record_property("差一个末位单位的行", f"{sum(differences)} / {len(differences)}")
    assert sum(differences) <= len(differences) / 50


def test_panel_shows_the_program_and_its_record(visit):
    """默认的设置是主程序的；曲线、下限、读出来的话，都是记录里的数。"""
    tab = visit("char-rnn/")
    settings = "async () => (await import('../assets/live/settings.js')).DEFAULTS"
    assert tab.evaluate(settings) == DEFAULTS
    losses, count = [line.partition("loss=")[2] for line in LINES], len(LINES)
    part, last = tab.locator("rnn-train").locator, f"第 {count} 轮"
    words = f"{last}，写出 {DEFAULTS['target']}，损失 {losses[-1]}"
    expect(part("[role=status]")).to_have_text(words)
    expect(part(".rnn-place")).to_have_text(f"{last}，共 {count} 轮")
    words = f"损失曲线：第 1 轮 {losses[0]}，{last} {losses[-1]}，下限 {FLOOR}"
    expect(part(".rnn-curve")).to_have_attribute("aria-label", words)
    expect(part(".rnn-floor-text")).to_have_text(f"下限 {FLOOR}")
    # 曲线与下限画在同一把尺上，从横轴量起。
    drawn = [part(f".rnn-curve {s}").first for s in ("path", "polyline", ".rnn-floor")]
    axis, points, floor = (
        e.get_attribute("points") or e.get_attribute("d") for e in drawn
    )
    ys = [*re.findall(r",(\S+)", points), re.search(r" ([\d.]+)H", floor)[1]]
    heights = [float(re.search(r"V([\d.]+)", axis)[1]) - float(y) for y in ys]
    numbers = [float(number) for number in [*losses, FLOOR]]
    scaled = [height / heights[0] * numbers[0] for height in heights]
    assert scaled == pytest.approx(numbers, abs=1e-3)


def test_a_long_training_tells_its_result_when_it_is_done(visit):
    """一帧训练不完：做完了才读结果，读的是最后一轮。"""
    tab = visit("char-rnn/?epochs=300&output=1&hidden=32")
    status = tab.locator("rnn-train [role=status]")
    expect(status).to_contain_text("第 300 轮，写出 ohlol，")


def false_claims(text: str, query: dict[str, str]) -> Iterator[str]:
    """链接旁边的话 `text` 里不对的：设置要是网址里的，结果要是 PyTorch 训练出来的。"""
    found = {name: re.search(pattern, text) for name, pattern in SAID.items()}
    said = {name: m[1].lower() or "1" for name, m in found.items() if m}
    if said != query:
        yield f"文字说的设置是 {said}，链接的是 {query}"
        return
    setting = DEFAULTS | query
    target, count = setting["target"], int(setting["epochs"])
    strings = [string for string, _ in train(int(setting["seed"]), setting).rounds]
    known = {*strings, target, setting["input"]}
    for word in re.findall(rf"\b[a-z]{{{len(target)}}}\b", text):
        if word not in known or (f"停在 {word}" in text and word != strings[-1]):
            yield f"「{word}」不是它写的：{count} 轮之后写 {strings[-1]}"
    if "写不对" in text and target in strings:
        yield f"第 {strings.index(target) + 1} 轮写对了"
    if "第几轮写对" in text and target not in strings:
        yield f"{count} 轮里一次也没有写对"
    if "下限没有了" in text and not setting["output"]:
        yield "没有输出层，下限还在"


PRESETS = "async () => (await import('../assets/live/settings.js')).PRESETS"


def test_links_and_presets_do_what_their_words_say(visit):
    tab, problems, linked = visit("char-rnn/"), [], []
    panel = tab.locator("rnn-train").text_content()
    said = [("settings.js", query, text) for _, query, text in tab.evaluate(PRESETS)]
    for page in project.pages:
        for number, line in enumerate(page.text.splitlines(), 1):
            if link := re.search(r"\]\(\S*\?(\S+)#live\)", line):
                text = re.sub(r"\(\S*\)", "", line)
                said.append((page.place(number), link[1], text))
            if "#live)" in line:
                linked.append(page.path.stem)
    for where, query, text in said:
        named = re.findall("「(.+?)」", text)
        setting = dict(parse_qsl(query))
        setting.pop("epoch", None)  # 看哪一轮，不是设置
        wrong = [*false_claims(text, setting)]
        wrong += [f"面板上没有「{name}」" for name in named if name not in panel]
        problems += [f"{where}：{message}" for message in wrong]
    fail_if(problems)
    assert {"char-rnn", "loss-floor", "optimizers"} <= {*linked}


def test_settings_train_another_network_and_are_kept_in_the_address(visit, url):
    tab = visit("char-rnn/")
    assert log(tab) == LINES
    other = "optimizer=sgd&lr=0.5&output=1&hidden=6&reset=1"
    other = dict(parse_qsl(f"{other}&input=天地玄&target=地玄天&vocab=天地玄黄"))
    change(tab, {"seed": "0", **other})
    lines, address = log(tab), tab.url
    for line, (written, loss) in zip(
        lines, train(0, DEFAULTS | other).rounds, strict=True
    ):
        assert f"string: {written}, " in line
        assert float(line.partition("=")[2]) == pytest.approx(loss, abs=1.01e-4)
    tab.goto("about:blank")
    assert log(visit(address.removeprefix(url))) == lines


def test_presets_are_buttons_and_back_returns(visit):
    """按下预设，问一句话，写进网址；改了设置，就不再是它；后退、恢复默认都回得来。"""
    tab = visit("char-rnn/?epoch=2#live")
    part = tab.locator("rnn-train").locator
    ask, pressed = part(".rnn-ask"), part("[aria-pressed=true]")
    reset = tab.get_by_role("button", name="恢复默认")
    plain = ask.text_content()
    tab.evaluate("window.stayed = true")
    presets = tab.evaluate(PRESETS)
    for name, query, text in presets:
        tab.get_by_role("button", name=name, exact=True).click()
        painted(tab)
        assert tab.url.endswith(f"?{query}#live")
        expect(ask).to_have_text(text)
        expect(pressed).to_have_text(name)
        assert log(tab) != LINES
    change(tab, {"seed": "7"})
    expect(pressed).to_have_count(0)
    expect(ask).to_have_text(plain)
    reset.click()
    painted(tab)
    assert log(tab) == LINES
    for _ in presets:
        tab.go_back()
    painted(tab)
    assert tab.url.endswith(f"?{presets[0][1]}#live")
    expect(ask).to_have_text(presets[0][2])
    tab.go_back()
    painted(tab)
    assert log(tab) == LINES[:2]
    assert tab.evaluate("window.stayed")


def test_play_pause_step_and_drag(visit):
    tab = visit("char-rnn/")
    names = ("播放", "暂停", "上一轮", "下一轮")
    play, pause, back, forth = (tab.get_by_role("button", name=n) for n in names)
    slider = tab.get_by_role("slider", name="看哪一轮")
    status = tab.locator("rnn-train [role=status]")

    def after(action, *arguments):
        action(*arguments)
        painted(tab)
        return log(tab)

    assert after(back.click) == LINES[:14]
    assert after(slider.press, "Home") == LINES[:1]
    assert "epoch=1" in tab.url
    assert after(forth.click) == LINES[:2]
    said = status.text_content()
    play.click()
    tab.wait_for_function("() => document.querySelector('[type=range]').value > 4")
    expect(status).to_have_text(said)  # 播放时不出声，停下来才读一次
    stopped = after(pause.click)
    assert status.text_content() == slider.get_attribute("aria-valuetext") != said
    tab.wait_for_timeout(400)
    assert log(tab) == stopped
    slider.press("End")
    back.click()
    play.click()
    play.wait_for()  # 走到头，按钮变回来
    assert log(tab) == LINES
    again = after(play.click)  # 到了头再播放，从第 1 轮开始；忙的机器上已经走了几轮
    assert again == LINES[: len(again)] != LINES
    pause.click()
    tab.emulate_media(reduced_motion="reduce")
    assert after(play.click) == LINES  # 不要动画的读者直接看到结果


def test_bad_input_gets_a_sentence_and_can_be_corrected(visit):
    """出错时画面变淡，说清画着的是哪一次的；网址里只有训练过的设置。"""
    good = DEFAULTS | {"seed": "3332505980"}
    bad = [
        ({"vocab": "ehl"}, "输入里的「o」不在词表「ehl」里"),
        ({"input": "hell"}, "输入有 4 个字符，目标有 5 个"),
        ({"input": ""}, "输入要有 1 到 12 个字符"),
        ({"vocab": "ehloo"}, "词表里有两个「o」"),
        ({"seed": "-1"}, "种子要是 0 到 4294967295 之间的整数"),
        ({"epochs": "0"}, "轮数要是 1 到 300 之间的整数"),
        ({"lr": "abc"}, "学习率要是大于 0 的数"),
        ({"output": "1", "hidden": "99"}, "hidden_size 要是 1 到 32"),
    ]
    # 网址里的设置有误，也有一个网络可看。
    tab = visit("char-rnn/?vocab=zz&seed=x&epoch=-3&lr=#live")
    alert, invalid = map(tab.locator, ["rnn-train [role=alert]", "[aria-invalid]"])
    clear = "[...document.querySelectorAll('.rnn-picture :is(svg, canvas)')]"
    clear = f"{clear}.map(e => getComputedStyle(e).opacity === '1')"
    expect(alert).to_have_text(
        re.compile("词表里有两个「z」.*下面还是默认设置的结果。")
    )
    assert log(tab) == LINES
    assert tab.url.endswith("char-rnn/#live")
    change(tab, {name: good[name] for name in ("vocab", "seed", "lr")})
    for settings, message in bad:
        change(tab, settings)
        expect(alert).to_contain_text(message)
        expect(alert).to_contain_text("下面还是上一次的结果")
        expect(invalid).to_have_count(1)
        assert invalid.is_visible(), f"{message}：折叠着，看不见是哪一项"
        assert not any(tab.evaluate(clear)), f"{message}：画面没有变淡"
        tab.get_by_role("button", name="上一轮").click()
        shown = dict(parse_qsl(urlsplit(tab.url).query)).keys()
        assert shown <= {"output", "epoch"}, f"{message}：网址里有错的设置"
        change(tab, {name: good[name] for name in reversed(settings)})
        expect(alert).to_be_empty()
        assert all(tab.evaluate(clear))
        assert log(tab) == LINES, message
    # 训练到一半装不下：画着的就是这一次的。
    change(tab, {"lr": "1e39"})
    expect(alert).to_contain_text("单精度装不下")
    assert all(tab.evaluate(clear))


def test_what_a_reader_types_is_understood(visit):
    """全角的数字也算；词表由输入与目标推出，改过就照改过的，清空又是推出的。"""
    tab = visit("char-rnn/")
    vocab = tab.locator("[name=vocab]")
    typed = {"seed": "０", "lr": " ０。５", "epochs": "１２"}
    change(tab, typed)
    assert tab.url.endswith("?seed=0&lr=0.5&epochs=12#live")
    expect(tab.locator("[name=lr]")).to_have_value("0.5")
    change(tab, {"input": "天地玄", "target": "地玄天"})
    expect(vocab).to_have_value("地天玄")
    assert "vocab" not in tab.url
    for words, wanted in ("玄黄天地", "玄黄天地"), ("", "地天玄"):
        change(tab, {"vocab": words})
        expect(vocab).to_have_value(wanted)
        change(tab, {"seed": "1"})
        expect(vocab).to_have_value(wanted)
        assert ("vocab" in tab.url) == bool(words)


def test_rarer_settings_are_folded(visit):
    """不常改的设置折叠着；网址改过它们，就打开。"""
    fields = "轮数", "输出层", "hidden_size", "每步重置状态", "词表"
    for query, visible in ("", False), ("?seed=5", False), ("?reset=1", True):
        form = visit(f"char-rnn/{query}").locator("rnn-train form")
        for name in fields:
            field = form.get_by_label(re.compile(rf"^\s*{name}(?!\w)"))
            expect(field).to_be_visible(visible=visible)
        expect(form.get_by_label("种子", exact=True)).to_be_visible()
    # 推出的词表太长：错在折叠着的一项，也打开。
    tab = visit("char-rnn/")
    change(tab, {"input": "abcdefg", "target": "hijklmn"})
    expect(tab.locator("[name=vocab][aria-invalid]")).to_be_visible()


def value(formula: str) -> float:
    """算式里的一行，照着算。"""
    operators = {"−": "-", "×": "*", "√": "sqrt ", "^": "**", "²": "**2"}
    text = re.sub(r"［.*?］", "", formula).replace("e^", "exp ")
    text = text.translate(str.maketrans(operators))
    text = re.sub(r"(sqrt|exp) (\(-?[\d.]+\)|[\d.e-]+)", r"\1(\2)", text)
    return eval(text, {"__builtins__": {}}, vars(math))  # 只有数与函数


def test_the_arithmetic_under_a_number_adds_up(visit):
    """指着一个数、用键盘选中一个数，都有算式；照着算，得到写出的结果。"""
    for query in "", "output=1&hidden=9&epoch=3", "optimizer=sgd&reset=1&epoch=5":
        tab = visit(f"char-rnn/?{query}")
        tables, text = tab.locator(".rnn-results canvas"), tab.locator(".rnn-sum")
        tables.first.hover(position={"x": 24 + 46 * 2.5, "y": 20 + 24 * 1.5})
        painted(tab)
        assert text.text_content().startswith("h_3 的第 2 个数 = tanh(")
        assert tables.count() >= 2
        for table in tables.all():
            table.focus()
            table.press("ArrowRight")
            table.press("ArrowDown")
            painted(tab)
            shown = text.text_content()
            expect(tab.locator("rnn-train [role=status]")).to_have_text(shown)
            formula, result = map(value, re.findall("^= (.*)", shown, re.MULTILINE))
            # 算式里的数只写四位小数。
            assert formula == pytest.approx(result, abs=2e-3), shown


def test_a_parameter_shows_its_gradient_and_the_step_taken(visit):
    """参数的梯度、m、v 和更新之后的值都是 PyTorch 的；写出的算式照着算得到它们。"""
    shown = {"前": r" = (\S+)，(?:更新过|种子)", "梯度": r"^梯度，.* = (\S+)$"}
    shown |= {"m": r"^m，.* = (\S+)，", "v": r"^v，.* = (\S+)，"}
    shown |= {"下一轮": r"^下一轮 = .* = (\S+)$"}
    for query in "epoch=1", "output=1&epoch=7", "optimizer=sgd&lr=0.5&epoch=4&epochs=4":
        setting = DEFAULTS | dict(parse_qsl(query))
        epoch = setting.pop("epoch")
        trained = train(int(setting["seed"]), setting | {"epochs": epoch}).last
        tab = visit(f"char-rnn/?{query}#live")
        tables, text = tab.locator(".rnn-parameters canvas"), tab.locator(".rnn-sum")
        seen = set()
        for table in tables.all():
            table.focus()
            table.press("ArrowRight")
            table.press("ArrowDown")
            painted(tab)
            words = text.text_content()
            expect(tab.locator("rnn-train [role=status]")).to_have_text(words)
            name, row, column = re.match(
                r"(\S+) 第 (\d) 行(?:第 (\d) 列)?", words
            ).groups()
            for what, pattern in shown.items():
                tensor = trained[name][what]
                found = re.search(pattern, words, re.MULTILINE)
                assert (tensor is None) == (found is None), f"{what}：{words}"
                if tensor is not None:
                    theirs = tensor.view(len(tensor), -1)[
                        int(row) - 1, int(column or 1) - 1
                    ]
                    # 写出三位有效数字。
                    near = pytest.approx(theirs.item(), rel=6e-3, abs=1e-9)
                    assert value(found[1]) == near, f"{what}：{words}"
            step = ""
            for line in words.splitlines()[1:]:
                sums, _, ratio = line.partition("，除以 ")
                name_of, _, sums = sums.partition(" = ")
                *_, formula, result = sums.replace("更新量", f"({step})").split(" = ")
                near = pytest.approx(value(result), rel=1e-2, abs=2e-4)
                assert value(formula) == near, line
                if ratio:
                    divisor, _, mean = ratio.partition(" 得 ")
                    near = pytest.approx(value(mean), rel=1e-2, abs=2e-4)
                    assert value(f"{result} / ({divisor})") == near, line
                step = result if name_of == "更新量" else step
            seen.add(name)
        assert seen == trained.keys()


CONTROLS = ".rnn-live :is(button, input, select, summary, canvas):visible"
UNDER_WORDS = """e => {
  const { left, top, width, height } = e.getBoundingClientRect()
  return document.elementFromPoint(left + width / 2, top + height / 2)?.closest("p")
}"""


def test_words_never_cover_a_control(visit):
    """滚到哪里，选中哪一个数，说明都不压在按钮、输入框、数表上。"""
    tab = visit("char-rnn/?output=1&hidden=8#live")
    for width in 1280, 390:
        tab.set_viewport_size({"width": width, "height": 720})
        for control in tab.locator(CONTROLS).all():
            control.focus()
            painted(tab)
            assert not find_bad(tab, CONTROLS, UNDER_WORDS), f"宽 {width}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_open_settings_and_errors_are_accessible(visit, scheme):
    tab = visit("char-rnn/#live")
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    change(tab, {"vocab": "xyz"})
    for problems in inaccessible(tab, "rnn-train"):
        fail_if(problems)
    sizes = "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    small = tab.locator(".rnn-live :is(input, select)").evaluate_all(sizes)
    assert min(small) >= 16, "iOS 上一点输入框就放大整页"


def test_panel_on_a_touch_screen(chromium, url):
    """说「点」；点一个数，数表不动，算式就在它下面；划过去是滚动。播放时画面在屏幕里。"""
    screen = {"width": 390, "height": 844}
    with chromium.new_page(viewport=screen, has_touch=True, is_mobile=True) as tab:
        tab.goto(f"{url}char-rnn/#live")
        load_components(tab)
        # 像 Safari 那样，版面变了浏览器不帮着滚。
        tab.evaluate("document.documentElement.style.overflowAnchor = 'none'")
        key, text = tab.locator(".rnn-key"), tab.locator(".rnn-sum")
        expect(key).to_contain_text("点一个数", use_inner_text=True)
        assert not re.search("指着|Tab", key.inner_text())
        for table in reversed(tab.locator(".rnn-picture canvas").all()):
            table.evaluate("e => e.scrollIntoView({ block: 'center' })")
            painted(tab)
            before = table.bounding_box()
            table.tap(position={"x": 40, "y": 60})
            painted(tab)
            after = table.bounding_box()
            assert after["y"] == pytest.approx(before["y"], abs=1)
            gap = text.bounding_box()["y"] - after["y"] - after["height"]
            assert 0 <= gap < 30, "算式不在点的数表下面"
            shown = text.text_content()
            swipe = {"pointerType": "touch", "clientX": 60, "clientY": after["y"] + 80}
            table.dispatch_event("pointermove", swipe)
            painted(tab)
            assert text.text_content() == shown
        play, curve = tab.get_by_role("button", name="播放"), tab.locator(".rnn-curve")
        play.evaluate("e => e.scrollIntoView({ block: 'end' })")
        play.tap()
        expect(curve).to_be_in_viewport(ratio=1)
        pause = tab.get_by_role("button", name="暂停")
        tab.locator(".rnn-picture canvas").last.scroll_into_view_if_needed()
        expect(curve).to_be_in_viewport(ratio=1)
        expect(pause).to_be_in_viewport(ratio=1)


def test_reader_further_down_stays_where_they_are(tab, url):
    """组件比静态图高：从链接读到它下面的人，读着的那一行不动。"""
    # 像 Safari 那样，版面变了浏览器不帮着滚。
    still = "document.documentElement.style.overflowAnchor = 'none'"
    tab.add_init_script(f"addEventListener('DOMContentLoaded', () => {still})")
    tab.goto(f"{url}char-rnn/#before-update")
    expect(tab.locator(":not(:defined)")).to_have_count(0)
    painted(tab)
    assert 0 < tab.locator("#before-update").bounding_box()["y"] < 150


def test_components_cost_little_and_only_where_they_are(tab, url, site):
    """没有组件的页面不取；有组件的页面，读到组件那里才取，只取自己的。"""
    fetched = []
    tab.on("request", lambda r: "/live/" in r.url and fetched.append(r.url))
    for page, wanted in ("", 0), ("concepts/", 1), ("char-rnn/", 1), ("bptt/", 1):
        tab.goto(url + page, wait_until="networkidle")
        assert fetched == [], page
        load_components(tab)
        assert sum("/live/rnn-" in address for address in fetched) == wanted
        files = {
            site / "assets/live" / address.rpartition("/")[2] for address in fetched
        }
        sizes = {f.name: len(gzip.compress(f.read_bytes())) for f in files}
        assert sum(sizes.values()) <= 20_000, sizes
        fetched.clear()


def test_unrolled_figure_walks_through_the_record(visit):
    text = (ROOT / "snippets/concepts/every_step.out").read_text("utf-8")
    rows = re.findall(r"^(\w+) +h_\d +(.+)", text.replace("-", "−"), re.MULTILINE)
    tab = visit("concepts/")
    part = tab.locator("rnn-unrolled").locator
    select, shown, status = map(part, ["select", "td", "[role=status]"])
    words = [*dict(rows)]
    assert select.locator("option").evaluate_all("l => l.map(o => o.value)") == words
    visible = "all => all.map(e => e.checkVisibility({visibilityProperty: true}))"
    states = {word: [line for name, line in rows if name == word] for word in words}
    for word, lines in states.items():
        select.select_option(word)
        pairs = [*zip(lines, states[words[0]], strict=True)]
        numbers = [n for a, b in pairs for n in zip(a.split(), b.split(), strict=True)]
        assert shown.all_text_contents() == ["0.0000"] * 4 + [a for a, _ in numbers]
        changed = part("td.rnn-changed").all_text_contents()
        assert changed == [a for a, b in numbers if a != b]
        assert part(".rnn-ring").evaluate_all(visible) == [a != b for a, b in pairs]
        letters = part("svg tspan.fig-code").all_text_contents()
        assert "".join(letters) == word
        marked = part("tspan.rnn-changed").all_text_contents()
        assert marked == [a for a, b in zip(word, words[0], strict=True) if a != b]
    # 一步一步走：按钮与方向键。
    select.select_option(words[0])
    tab.get_by_role("button", name="从头").click()
    expect(part(".rnn-dim")).to_have_count(8)
    assert shown.all_text_contents()[4:] == ["…"] * 16
    forward = tab.get_by_role("button", name="下一步")
    forward.click()
    expect(status).to_contain_text("第 1 步：读 h")
    forward.press("ArrowRight")
    expect(status).to_contain_text("第 2 步：读 e，与 h_1 合起来算出 h_2")
    expect(part(".rnn-dim")).to_have_count(4)
    forward.press("ArrowLeft")
    select.select_option("oell")
    expect(status).to_have_text(re.compile("第 1 步.*h_1 变了"))


def backward_norms() -> list[list[tuple[float, float]]]:
    """每一步的损失，对到这里为止各步的 h、各步用的 weight_hh 的梯度的范数：autograd 求的。"""
    torch.manual_seed(int(DEFAULTS["seed"]))
    cell, hidden, states, used, found = (
        torch.nn.RNNCell(4, 4),
        torch.zeros(4),
        [],
        [],
        [],
    )
    for read, write in zip(DEFAULTS["input"], DEFAULTS["target"], strict=True):
        used.append(cell.weight_hh.detach().clone().requires_grad_())
        x = torch.eye(4)["ehlo".index(read)]
        weights = {"weight_hh": used[-1]}
        hidden = torch.func.functional_call(cell, weights, (x, hidden))
        states.append(hidden)
        label = torch.tensor("ehlo".index(write))
        loss = torch.nn.functional.cross_entropy(hidden, label)
        grads = torch.autograd.grad(loss, [*states, *used], retain_graph=True)
        norms = [grad.norm().item() for grad in grads]
        half = len(states)
        found.append([*zip(norms[:half], norms[half:], strict=True)])
    return found


def test_gradients_walked_back_in_the_unrolled_figure_equal_autograd(visit):
    tab = visit("bptt/#live")
    part = tab.locator("rnn-unrolled").locator
    select, shown, status = map(part, ["select", "td", "[role=status]"])
    flows = [part(f"[data-flow={name}]") for name in ("h", "W_hh")]
    visible = "all => all.map(e => e.checkVisibility({visibilityProperty: true}))"

    def check(t: int, at: int) -> None:
        """表与图里的数：第 t 步的损失，走过第 t 步到第 at 步。"""
        rows = backward_norms()[t - 1]
        walked = [at <= k <= t for k in range(1, 6)]
        cells = shown.all_text_contents()[1:]
        for k, seen in enumerate(zip(cells[::2], cells[1::2], strict=True), 1):
            if walked[k - 1]:
                assert [*map(float, seen)] == pytest.approx(rows[k - 1], abs=1e-4)
            else:
                assert seen == ("…", "…")
        assert len(cells) == 2 * t
        for column, flow in enumerate(flows):
            drawn = flow.all_text_contents()
            assert [text != "" for text in drawn] == walked
            for k, text in enumerate(drawn):
                if text:
                    assert float(text) == pytest.approx(rows[k][column], abs=1e-3)
        dimmed = part("use[href='#bptt-step']").evaluate_all(
            "all => all.map(e => e.classList.contains('rnn-dim'))"
        )
        assert dimmed == [not seen for seen in walked]
        assert part(".rnn-ring").evaluate_all(visible) == [k == t for k in range(1, 6)]

    check(5, 1)
    for t in range(1, 6):
        select.select_option(f"{t}")
        check(t, 1)
    tab.get_by_role("button", name="从头").click()
    check(5, 6)
    expect(status).to_have_text("第 5 步的损失，还没有往回走。")
    forward = tab.get_by_role("button", name="下一步")
    for at in 5, 4, 3:
        forward.press("ArrowRight")
        check(5, at)
    share = round(100 * backward_norms()[4][2][0] / backward_norms()[4][4][0])
    expect(status).to_contain_text(
        f"走到第 3 步：对 h_3 的是 0.2523，是第 5 步的 {share}%"
    )
    select.select_option("2")
    check(2, 1)


def test_layers_figure_says_what_the_program_printed(visit):
    """指着、用键盘选中 16 个状态里的每一个，说的都是程序印的表里的一行。"""
    record = (ROOT / "snippets/variable-length/where.out").read_text("utf-8")
    row = r"^(\d) +(向.) +(\d) +(output.*?\]|-) +(h_n.*?\]|-) +(\S+)$"
    rows = re.findall(row, record, re.MULTILINE)
    places = {(layer, way, step): place for layer, way, step, *place in rows}
    assert len(places) == 16
    tab = visit("variable-length/#live")
    part = tab.locator("rnn-layers").locator
    figure, status = part("svg"), part("[role=status]")

    def check(layer: str, way: str, step: str) -> None:
        output, final, inputs = places[layer, way, step]
        words = f"第 {layer} 层，{way}，第 {step} 步："
        words += "不在 output 里，" if output == "-" else f"是 {output}，"
        words += "不在 h_n 里；" if final == "-" else f"是 {final}；"
        words += f"由 {inputs.replace('..', ' 到 ')} 算出。"
        expect(status).to_have_text(words)
        # 没有变淡的记号：它在的地方，算出它的输入。
        found = [*map(int, re.findall(r"x_(\d)", inputs))]
        lit = [f"x_{k}" for k in range(found[0], found[-1] + 1)]
        lit += [f"{text.partition(',')[0]}]" for text in (output, final) if text != "-"]
        shown = part("[data-place]:not(.rnn-dim)").evaluate_all(
            "all => all.map(e => e.dataset.place)"
        )
        assert sorted(shown) == sorted(lit)
        # 圈在指着的那一个上。
        cell = part(f'[data-cell="{layer} {way} {step}"] use')
        for side in "xy":
            expect(part("svg > use:last-child")).to_have_attribute(
                side, cell.get_attribute(side)
            )

    check("2", "向左", "1")
    for key in places:
        part(f'[data-cell="{" ".join(key)}"]').hover()
        check(*key)
    # 方向键走遍四行，走到边上就停住。
    figure.focus()
    for key in ["ArrowUp"] * 4 + ["ArrowLeft"] * 4:
        tab.keyboard.press(key)
    lines = ("2", "向右"), ("2", "向左"), ("1", "向右"), ("1", "向左")
    for number, line in enumerate(lines):
        steps = "1234" if number % 2 == 0 else "4321"
        for step in steps:
            check(*line, step)
            tab.keyboard.press("ArrowRight" if number % 2 == 0 else "ArrowLeft")
        tab.keyboard.press("ArrowDown")
    check("1", "向左", "1")
    for problems in inaccessible(tab, "rnn-layers"):
        fail_if(problems)


def test_shapes_are_switched_by_button_and_by_key(visit):
    """一次看得见一种；实的圆就是记录里说的那几步；旁边的话是记录；纸上五种都在。"""
    text = (ROOT / "snippets/task-shapes/shapes.out").read_text("utf-8")
    rows = re.findall(r"^(\S+): (.+)\n +(.+)\n +(.+)", text, re.MULTILINE)
    tab = visit("task-shapes/#shapes")
    part = tab.locator("rnn-shapes").locator
    figure, status = part("svg"), part("[role=status]")
    visible = "all => all.map(e => e.checkVisibility({visibilityProperty: true}))"
    columns = "all => all.map(e => e.getAttribute('x'))"

    def check(name: str, steps: str, shapes: str, loss: str) -> None:
        shown = part(".rnn-shown")
        expect(shown).to_have_attribute("data-shape", name)
        assert part("[data-shape]").evaluate_all(visible).count(True) == 1
        expect(part("[aria-pressed=true]")).to_have_text(name)
        expect(status).to_have_text(f"{name}：{steps}。{shapes}，{loss}。")
        frame, box = figure.bounding_box(), shown.bounding_box()
        assert box["y"] >= frame["y"]
        assert box["y"] + box["height"] <= frame["y"] + frame["height"] + 1
        cells = shown.locator("[href='#shapes-cell']").evaluate_all(columns)
        for kind, words in zip(("in", "out"), steps.split("，"), strict=True):
            first, last = re.fullmatch(r"第 (\d)(?: 到 (\d))? 步..", words).groups()
            used = shown.locator(f"[href='#shapes-{kind}']").evaluate_all(columns)
            assert used == cells[int(first) - 1 : int(last or first)], (name, kind)
        passes = 0 if name == "一对一" else len(cells) - 1
        expect(shown.locator("[href='#shapes-pass']")).to_have_count(passes)

    assert len(rows) == len(part("[data-shape]").all()) == 5
    for row in rows:
        tab.get_by_role("button", name=row[0], exact=True).click()
        check(*row)
    for row in reversed(rows[:-1]):
        part("[aria-pressed=true]").press("ArrowLeft")
        check(*row)
    part("[aria-pressed=true]").press("ArrowLeft")
    check(*rows[0])
    part("[aria-pressed=true]").press("ArrowRight")
    check(*rows[1])
    for problems in inaccessible(tab, "rnn-shapes"):
        fail_if(problems)
    tab.emulate_media(media="print")
    assert all(part("[data-shape]").evaluate_all(visible))
    expect(part(".rnn-live")).to_be_hidden()
    shown, whole = figure.bounding_box(), part("[data-shape]").last.bounding_box()
    assert whole["y"] + whole["height"] <= shown["y"] + shown["height"] + 1
