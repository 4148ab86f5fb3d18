"""词典的两个方向：字母查索引，索引查字母。"""

source = "hello"
target = "ohlol"
vocab = sorted(set(source + target))
char_to_index = {char: index for index, char in enumerate(vocab)}

# --8<-- [start:both-directions]
print(f"vocab         = {vocab}")
print(f"char_to_index = {char_to_index}")
for char in vocab:
    index = char_to_index[char]
    print(f"'{char}' -> {index} -> '{vocab[index]}'")
# --8<-- [end:both-directions]
