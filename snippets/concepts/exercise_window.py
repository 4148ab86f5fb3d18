"""练习：读 llll、写 lllo，窗口最窄要多宽。"""


# --8<-- [start:narrowest]
def find_conflicts(source, target, width):
    """窗口宽 width 时，要写两种结果的那些窗口。"""
    demanded = {}
    for end, label in enumerate(target, start=1):
        window = source[max(0, end - width) : end]
        demanded.setdefault(window, set()).add(label)
    return [
        w
        for w, labels in demanded.items()
        if len(labels) > 1
    ]


for width in range(1, 5):
    conflicts = find_conflicts("llll", "lllo", width)
    print(
        f"窗口宽 {width}: 矛盾 "
        f"{'、'.join(conflicts) or '没有'}"
    )

source, target = "l" * 100, "l" * 99 + "o"
width = 1
while find_conflicts(source, target, width):
    width += 1
print(f"100 个 l: 窗口最窄 {width}")
# --8<-- [end:narrowest]
