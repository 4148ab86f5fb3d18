"""索引到独热向量，依次列出；hello 和 ohlol 各换成什么。"""

idx2char = ["e", "h", "l", "o"]
one_hot_lookup = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
x_data = [1, 0, 2, 2, 3]
y_data = [3, 1, 2, 3, 2]

# --8<-- [start:in-order]
for index, char in enumerate(idx2char):
    print(
        f"'{char}' → 索引 {index} → "
        f"{one_hot_lookup[index]}"
    )
for word in (x_data, y_data):
    chars = [idx2char[index] for index in word]
    print(f"{word} → {chars}")
# --8<-- [end:in-order]
