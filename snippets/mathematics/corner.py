"""练习：output 与 h_n 共有的部分。"""

# --8<-- [start:corner]
import torch

for num_layers in (3, 1):
    torch.manual_seed(0)
    rnn = torch.nn.RNN(5, 6, num_layers=num_layers)
    output, h_n = rnn(torch.randn(4, 2, 5))
    print(
        f"{num_layers} 层: output "
        f"{tuple(output.shape)}，"
        f"h_n {tuple(h_n.shape)}"
    )
    for layer in range(num_layers):
        inside = [
            torch.equal(h_n[layer], state)
            for state in output
        ]
        print(
            f"  h_n[{layer}] 在 output 里: "
            f"{any(inside)}"
        )
# --8<-- [end:corner]
