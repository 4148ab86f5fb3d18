"""练习：逐层计算时忘了把这一层的结果交给上面一层。"""

# --8<-- [start:without-below]
import torch

names = [
    "weight_ih",
    "weight_hh",
    "bias_ih",
    "bias_hh",
]
for input_size in (5, 6):
    torch.manual_seed(0)
    rnn = torch.nn.RNN(
        input_size, hidden_size=6, num_layers=3
    )
    inputs = torch.randn(4, 2, input_size)
    output, h_n = rnn(inputs)
    parameters = list(rnn.parameters())
    cells = []
    for layer, size in enumerate([input_size, 6, 6]):
        cell = torch.nn.RNNCell(
            input_size=size, hidden_size=6
        )
        own = parameters[4 * layer : 4 * layer + 4]
        cell.load_state_dict(
            dict(zip(names, own, strict=True))
        )
        cells.append(cell)

    print(f"input_size={input_size}")
    hidden = [torch.zeros(2, 6) for _ in cells]
    try:
        for x in inputs:
            below = x
            for layer, cell in enumerate(cells):
                hidden[layer] = cell(
                    below, hidden[layer]
                )
                # 这里少了一行：below = hidden[layer]
        for layer in range(3):
            same = torch.allclose(
                hidden[layer], h_n[layer]
            )
            print(
                "  没有报错，"
                f"第 {layer + 1} 层与 nn.RNN 相同: "
                f"{same}"
            )
    except RuntimeError as error:
        print(f"  RuntimeError: {error}")
# --8<-- [end:without-below]
