"""读 hell，再轮流把其中一个字符换成 o：每个词、每一步的隐藏状态。"""

# --8<-- [start:every-step]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
vocab = "ehlo"
one_hot = torch.eye(4)

for word in ("hell", "oell", "holl", "heol", "helo"):
    hidden = torch.zeros(4)
    for step, char in enumerate(word, start=1):
        hidden = cell(
            one_hot[vocab.index(char)], hidden
        )
        numbers = " ".join(
            f"{value:7.4f}"
            for value in hidden.tolist()
        )
        print(f"{word}  h_{step}  {numbers}")
# --8<-- [end:every-step]
