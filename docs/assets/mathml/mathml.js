// @ts-check
// 没有 MathML 的浏览器（109 之前的 Chromium）才取这个脚本：上下标、分数、根号由旁边的样式
// 表排，这里做样式做不到的，单个字母换成数学斜体，运算符两边空开。
{
  const link = document.createElement("link");
  link.rel = "stylesheet";
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  link.href = new URL("mathml.css", src).href;
  document.head.append(link);

  // 数学斜体按这个次序排，从后面的编码起；空着的 h 另有一个。
  const runs = [
    ["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 0x1d434],
    ["αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ", 0x1d6fc],
  ];
  for (const variable of document.querySelectorAll("math mi")) {
    const text = variable.textContent ?? "";
    for (const [letters, first] of /** @type {[string, number][]} */ (runs)) {
      const place = text.length === 1 ? letters.indexOf(text) : -1;
      if (place >= 0) variable.textContent = String.fromCodePoint(first + place);
    }
    if (text === "h") variable.textContent = "ℎ";
  }

  for (const operator of document.querySelectorAll("math :is(mo, mspace)")) {
    const text = operator.textContent?.replace("\u2061", "") ?? ""; // 它会与后面的字母并成一个
    const before = operator.previousElementSibling;
    const infix = before && (before.localName !== "mo" || before.textContent === ")");
    let [left, right] = ["0", "0"];
    if (/[=<>≈≠≤≥→∈∼∝]/.test(text)) left = right = "0.2778em";
    if (/[+−±×⋅]/.test(text) && infix) left = right = "0.2222em";
    if (/[,;∑]/.test(text)) right = "0.1667em";
    const space = document.createElement("span");
    left = operator.getAttribute("lspace") ?? operator.getAttribute("width") ?? left;
    space.style.margin = `0 ${operator.getAttribute("rspace") ?? right} 0 ${left}`;
    space.textContent = text;
    operator.replaceChildren(space);
    operator.classList.toggle("large", /[∑∏∫]/.test(text));
  }
}
