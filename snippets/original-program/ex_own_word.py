"""练习：换一对词，原笔记的写法要手工改哪几处。"""

# --8<-- [start:by-hand]
source, target = "abba", "babb"
vocab = sorted(set(source + target))
print(f"input_size = hidden_size = {len(vocab)}")
print(f"idx2char = {vocab}")
x_data = [vocab.index(char) for char in source]
y_data = [vocab.index(char) for char in target]
print(f"x_data = {x_data}")
print(f"y_data = {y_data}")
rows = range(len(vocab))
print(
    "one_hot_lookup = "
    f"{[[int(i == j) for j in rows] for i in rows]}"
)
# --8<-- [end:by-hand]
