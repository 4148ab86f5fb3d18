"""藏自己的四个字，训练集里没有的字会怎样。"""

# --8<-- [start:own]
from corpus import vocab
from poet import model
from writing import write

words = "长安花月"
missing = [
    char for char in words if char not in vocab
]
print("词表里没有的:", missing)
given = dict(zip((0, 6, 12, 18), words, strict=True))
for temperature in (0.5, 0.8):
    for poem in write(
        model, 2, temperature, given, 1
    ):
        print(f"{temperature} {poem}")
# --8<-- [end:own]
