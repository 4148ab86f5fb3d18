"""两个单词变成两个索引列表，再变回来。"""

source = "hello"
target = "ohlol"
vocab = sorted(set(source + target))
char_to_index = {char: index for index, char in enumerate(vocab)}
x_data = [char_to_index[char] for char in source]
y_data = [char_to_index[char] for char in target]

# --8<-- [start:encode-and-decode]
print(f"{source} -> x_data = {x_data}")
print(f"{target} -> y_data = {y_data}")
decoded = "".join(vocab[index] for index in x_data)
print(f"{x_data} -> {decoded}")
# --8<-- [end:encode-and-decode]
