"""看最近 width 个字符的窗口法：多宽才够写出 hello → ohlol。"""

# --8<-- [start:window]
source = "hello"
target = "ohlol"

for width in (1, 2):
    demanded = {}
    for end, label in enumerate(target, start=1):
        window = source[max(0, end - width) : end]
        demanded.setdefault(window, []).append(label)
    print(f"窗口宽 {width}:")
    for window, outputs in demanded.items():
        print(
            f"  {window} -> {'、'.join(outputs)}",
            end="",
        )
        if len(set(outputs)) > 1:
            print("  矛盾", end="")
        print()
# --8<-- [end:window]
