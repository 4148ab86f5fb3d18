"""读者还有的浏览器：Firefox，和没有 MathML 的 Chromium 92。"""

import pytest
from contract import fail_if

# 公式里不对的：上下标、分数、根号、求和的上下限、对齐的行，各看它的几部分在哪里。
FORMULAS = """() => {
    for (const block of document.querySelectorAll("details")) block.open = true
    const box = e => e.getBoundingClientRect()
    const middle = e => (box(e).top + box(e).bottom) / 2
    const size = e => parseFloat(getComputedStyle(e).fontSize)
    const below = (a, b) => middle(a) < middle(b) - 1
    const smaller = (a, b) => size(b) <= size(a) && box(b).left > box(a).left
    const right = {
        msub: (a, b) => smaller(a, b) && below(a, b),
        msup: (a, b) => smaller(a, b) && below(b, a),
        msubsup: (a, b, c) => smaller(a, b) && smaller(a, c) && below(a, b) && below(c, a),
        mfrac: (a, b) => below(a, b) && box(a).bottom <= box(b).top + 1,
        msqrt: (a) => box(a.parentNode).width > box(a).width + size(a) / 2,
        munder: (a, b) => size(b) < size(a) && below(a, b),
        munderover: (a, b, c) => size(b) < size(a) && below(a, b) && below(c, a),
        mtable: (...rows) => rows.every((row, i) => !i || below(rows[i - 1], row)),
        mtr: (...cells) => cells.every((c, i) => !i || box(cells[i - 1]).right <= box(c).left + 1),
    }
    const found = []
    let seen = 0
    for (const math of document.querySelectorAll("article math")) {
        for (const e of math.querySelectorAll(Object.keys(right))) {
            seen += 1
            if (right[e.localName](...e.children)) continue
            found.push(`${e.localName}：${math.textContent}`)
        }
    }
    return [seen, found]
}"""
# 公式的每个字是不是数学字体画的：去掉它，宽度没有变的就不是。
NOT_DRAWN = """async () => {
    await document.fonts.ready
    for (const block of document.querySelectorAll("details")) block.open = true
    const tokens = [...document.querySelectorAll("article math :is(mi, mn)")]
    const widths = () => tokens.map(e => e.getBoundingClientRect().width)
    const before = widths()
    for (const { cssRules, ownerNode } of document.styleSheets)
        for (let i = cssRules.length; i--;)
            if (cssRules[i] instanceof CSSFontFaceRule) ownerNode.sheet.deleteRule(i)
    const after = widths()
    return [...new Set(tokens.filter((e, i) => before[i] === after[i]).map(e => e.textContent))]
}"""
PUNCTUATION = """() => {
    const p = document.querySelector("article").appendChild(document.createElement("p"))
    p.innerHTML = "<span>，，，，</span>"
    const width = p.firstChild.getBoundingClientRect().width
    return width / parseFloat(getComputedStyle(p).fontSize)
}"""
# 像读者那样读到组件那里，等它来了、画好了。
COMPONENTS = """async () => {
    const found = []
    for (const component of document.querySelectorAll(":not(:defined)")) {
        component.scrollIntoView()
        await customElements.whenDefined(component.localName)
        const frame = new Promise(done => requestAnimationFrame(() => setTimeout(done)))
        await frame
        found.push([component.localName, component.querySelectorAll("button, input").length])
    }
    return found
}"""
FOLDED = """() => {
    const block = document.querySelector("article details:not([open])")
    block.querySelector("summary").click()
    return block.lastElementChild.getBoundingClientRect().height
}"""


def test_formulas_are_mathematics(engine, pages):
    found, total = [], 0
    for page in pages:
        engine.open(page)
        seen, bad = engine.run(FORMULAS)
        total += seen
        found += [f"{page}：{formula}" for formula in bad]
        found += [f"{page}：报错 {error}" for error in engine.errors]
    fail_if(found)
    assert total


def test_math_font_draws_on_the_first_visit(engine, url):
    engine.open(url + "optimizers/")
    assert engine.run(NOT_DRAWN) == []


def test_reading(engine, url):
    """组件能用，练习打得开，标点占一个字宽，一样也不报错。"""
    for page in ("concepts/", "char-rnn/"):
        engine.open(url + page)
        [(name, controls)] = engine.run(COMPONENTS)
        assert controls > 1, name
        assert engine.run(FOLDED) > 10, page
        assert engine.run(PUNCTUATION) == pytest.approx(4, abs=0.1)
    assert engine.errors == []
