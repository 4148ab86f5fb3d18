"""冻结的数据有多少：首数、字数、散列；去重与切分；词表与编码。"""

# --8<-- [start:frozen]
from corpus import kept, lines_of, poems

characters = "".join(
    line for poem in poems for line in lines_of(poem)
)
print(poems[0])
print(f"{len(poems)} 首，{len(characters)} 个字")
print(f"不同的字 {len(set(characters))} 个")
# --8<-- [end:frozen]

# --8<-- [start:hashes]
from hashlib import sha256
from pathlib import Path

for name in (
    "quatrains.txt",
    "rhymes.txt",
    "merged.txt",
):
    text = (
        Path(__file__)
        .with_name(name)
        .read_text("utf-8")
    )
    lines = text.count("\n")
    print(f"{name}: {lines} 行，{len(text)} 个字符")
    print(sha256(text.encode()).hexdigest()[:48])
# --8<-- [end:hashes]

# --8<-- [start:split]
from corpus import test, train, valid

repeated = len(poems) - len(set(poems))
print(f"一字不差的重复 {repeated} 首")
print(f"去掉有一句重复的，剩 {len(kept)} 首")
print(
    f"训练 {len(train)}，验证 {len(valid)}，"
    f"测试 {len(test)}"
)
# --8<-- [end:split]

# --8<-- [start:encode]
from corpus import encode, vocab

print(f"词表 {len(vocab)} 个字")
data = encode(train)
print(data.shape)
print(f"每首猜 {data.shape[1] - 1} 次")
print("输入", data[0, :-1][:8].tolist())
print("目标", data[0, 1:][:8].tolist())
for name, part in {
    "训练": train,
    "测试": test,
}.items():
    share = (encode(part) == 1).sum() / (
        20 * len(part)
    )
    print(f"{name}集的字里，□ 占 {share:.1%}")
# --8<-- [end:encode]
