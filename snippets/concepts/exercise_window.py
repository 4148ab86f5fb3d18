"""练习：读 llll、写 lllo，窗口最窄要多宽。"""

# --8<-- [start:narrowest]
source = "llll"
target = "lllo"

for width in range(1, len(source) + 1):
    demanded = {}
    for end, label in enumerate(target, start=1):
        window = source[max(0, end - width) : end]
        demanded.setdefault(window, set()).add(label)
    conflicts = [w for w, labels in demanded.items() if len(labels) > 1]
    print(f"窗口宽 {width}: 矛盾 {'、'.join(conflicts) or '没有'}")
# --8<-- [end:narrowest]
