"""查表：每个字母换成独热编码表里的一行。"""

source = "hello"
x_data = [1, 0, 2, 2, 3]
one_hot_table = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
x_one_hot = [one_hot_table[index] for index in x_data]

# --8<-- [start:look-up]
print(f"{len(x_one_hot)} 行 {len(x_one_hot[0])} 列")
for char, index, row in zip(source, x_data, x_one_hot, strict=True):
    print(f"'{char}' -> {index} -> {row}")
# --8<-- [end:look-up]
