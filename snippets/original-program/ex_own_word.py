"""练习：换一对词，原笔记的写法要手工改哪几处。"""

# --8<-- [start:by-hand]
source, target = "abba", "babb"
vocab = sorted(set(source + target))
print(f"input_size = hidden_size = {len(vocab)}")
print(f"idx2char = {vocab}")
print(f"x_data = {[vocab.index(char) for char in source]}")
print(f"y_data = {[vocab.index(char) for char in target]}")
rows = range(len(vocab))
print(f"one_hot_lookup = {[[int(i == j) for j in rows] for i in rows]}")
# --8<-- [end:by-hand]
