"""练习：自己的几行字，填充要填多少。"""

# --8<-- [start:own]
lines = [
    "床前明月光",
    "疑是地上霜",
    "大江东去",
    "君不见黄河之水天上来",
    "奔流到海不复回",
    "春眠不觉晓",
    "蜀道之难难于上青天",
    "人生得意须尽欢",
]


def padded_share(batches):
    """填充的格占多少。"""
    cells = real = 0
    for batch in batches:
        longest = max(len(line) for line in batch)
        cells += longest * len(batch)
        real += sum(len(line) for line in batch)
    return f"{cells - real}/{cells}"


by_length = sorted(lines, key=len)
for name, order in (
    ("原来的次序", lines),
    ("照长短排", by_length),
):
    batches = [
        order[i : i + 2] for i in range(0, 8, 2)
    ]
    print(
        f"{name}，两行一批:", padded_share(batches)
    )
print("一起填:", padded_share([lines]))
# --8<-- [end:own]
