"""列表推导式与逐个 append 的 for 循环结果相同。"""

x_data = [1, 0, 2, 2, 3]
one_hot_table = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
x_one_hot = [
    one_hot_table[index] for index in x_data
]

# --8<-- [start:same-as-for-loop]
collected = []
for index in x_data:
    collected.append(one_hot_table[index])

print(
    "for 循环与列表推导式结果相同: "
    f"{collected == x_one_hot}"
)
# --8<-- [end:same-as-for-loop]
