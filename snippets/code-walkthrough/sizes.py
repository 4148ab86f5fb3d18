"""三个长度，以及 input_size 为什么不是单词的长度。"""

source = "hello"
vocab = ["e", "h", "l", "o"]
vocab_size = input_size = hidden_size = len(vocab)
batch_size = 1

# --8<-- [start:three-sizes]
for word in (source, source + source):
    print(
        f"{word}: {len(word)} 步，"
        f"不同的字符 {len(set(word))} 个"
    )
print(f"vocab_size  = {vocab_size}")
print(f"input_size  = {input_size}")
print(f"hidden_size = {hidden_size}")
print(f"batch_size  = {batch_size}")
# --8<-- [end:three-sizes]
